-- Which departments take part in an item, in the order of the list; kept so that a department's own list needs no search.
CREATE TABLE "item_participant" (
    "item_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "listed_on" DATE NOT NULL,
    "is_struck_off" BOOLEAN NOT NULL,

    CONSTRAINT "item_participant_pkey" PRIMARY KEY ("item_id", "department_id")
);

INSERT INTO "item_participant" ("item_id", "department_id", "listed_on", "is_struck_off")
SELECT item.id, part.department_id, coalesce(item.deadline_on, 'infinity'), item.status = 'struck_off'
FROM (SELECT item_id, department_id FROM "participation" UNION SELECT item_id, department_id FROM "measure") part
JOIN "supervision_item" item ON item.id = part.item_id;

CREATE INDEX "item_participant_department_id_listed_on_item_id_idx" ON "item_participant"("department_id", "listed_on", "item_id");
CREATE INDEX "item_participant_open_idx" ON "item_participant"("department_id", "listed_on", "item_id") WHERE NOT is_struck_off;
