-- What departments were asked for, counted by the burden meter; it follows from the events.
CREATE TABLE "demand" (
    "stream_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "department_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "month" TEXT NOT NULL,

    CONSTRAINT "demand_pkey" PRIMARY KEY ("stream_id","version","department_id","kind")
);

CREATE INDEX "demand_month_department_id_kind_idx" ON "demand"("month", "department_id", "kind");

WITH told AS (
  SELECT stream_id, version, type, data, (at AT TIME ZONE 'Asia/Shanghai')::date AS day,
    (SELECT assigned.data->'assignment'->>'leadDepartmentId' FROM event assigned
      WHERE assigned.stream_id = event.stream_id AND assigned.type = 'ItemAssigned' AND assigned.version < event.version
      ORDER BY assigned.version DESC LIMIT 1) AS lead
  FROM event WHERE stream = 'supervision_item'
    AND type IN ('ProgressReported', 'VisitRecorded', 'FindingFiled', 'DirectiveGiven', 'MeetingHeld', 'ItemInquired')),
asked AS (
  SELECT stream_id, version, data->'report'->>'departmentId' AS department, 'report' AS kind, day FROM told WHERE type = 'ProgressReported'
  UNION SELECT stream_id, version, data->>'departmentId', CASE data->>'kind' WHEN 'talk' THEN 'talk' ELSE 'visit' END, (data->>'on')::date
    FROM told WHERE type = 'VisitRecorded'
  UNION SELECT stream_id, version, lead, 'visit', (data->'finding'->'visit'->>'on')::date
    FROM told WHERE type = 'FindingFiled' AND data->'finding'->'visit'->>'on' IS NOT NULL
  UNION SELECT stream_id, version, data->>'departmentId', 'directive', day FROM told WHERE type = 'DirectiveGiven'
  UNION SELECT stream_id, version, department, 'meeting', (data->>'on')::date
    FROM told CROSS JOIN LATERAL jsonb_array_elements_text(data->'departmentIds') AS department WHERE type = 'MeetingHeld'
  UNION SELECT stream_id, version, lead, 'inquiry', day FROM told WHERE type = 'ItemInquired'
  UNION SELECT event.stream_id, event.version, card.department_id::text, 'card', (event.at AT TIME ZONE 'Asia/Shanghai')::date
    FROM event JOIN card ON card.id = event.stream_id WHERE event.type = 'CardIssued'
  UNION SELECT event.stream_id, event.version, card.department_id::text, 'talk', (event.data->>'on')::date
    FROM event JOIN card ON card.id = event.stream_id WHERE event.type = 'CardTalkHeld')
INSERT INTO demand (stream_id, version, department_id, kind, on_day, month)
SELECT stream_id, version, department::uuid, kind, day, to_char(day, 'YYYY-MM') FROM asked WHERE department IS NOT NULL;
