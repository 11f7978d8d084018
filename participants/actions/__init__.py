"""Every write of this app. Views call these, tests and the demo world too."""

from participants.actions.aims import mark_aim_read, save_aim
from participants.actions.facts import (
    EMPLOYMENT_FIELDS,
    OverlappingJob,
    add_note,
    correct_employment,
    give_information,
    record_contact,
    record_education,
    record_employment,
    withdraw_employment,
)
from participants.actions.information_many import give_information_many
from participants.actions.mapping import save_mapping
from participants.actions.measures import MEASURE_FIELDS, correct_measure, record_measure, withdraw_measure
from participants.actions.meetings import MeetingLog, log_meeting
from participants.actions.people import (
    EDITABLE,
    AlreadyRegistered,
    assign_caseworker,
    assigned_meanwhile,
    refuse_number,
    register_participant,
    set_jobseeker_period,
    update_participant,
)
from participants.actions.plans import save_plan, tick_step
from participants.actions.portfolio_marks import set_color, set_mark
from participants.actions.task_owners import reassign_task
from participants.actions.tasks import (
    complete_task,
    complete_tasks_by_key,
    create_task,
    edit_task,
    reopen_tasks_by_key,
    retire_tasks,
)
from participants.actions.tasks_many import NewTask, create_tasks

__all__ = [
    "EDITABLE",
    "AlreadyRegistered",
    "OverlappingJob",
    "EMPLOYMENT_FIELDS",
    "MEASURE_FIELDS",
    "MeetingLog",
    "NewTask",
    "add_note",
    "assign_caseworker",
    "assigned_meanwhile",
    "complete_task",
    "complete_tasks_by_key",
    "correct_employment",
    "correct_measure",
    "create_task",
    "create_tasks",
    "edit_task",
    "give_information",
    "give_information_many",
    "log_meeting",
    "mark_aim_read",
    "reassign_task",
    "record_contact",
    "record_education",
    "record_employment",
    "record_measure",
    "refuse_number",
    "register_participant",
    "reopen_tasks_by_key",
    "retire_tasks",
    "save_aim",
    "save_mapping",
    "save_plan",
    "set_color",
    "set_jobseeker_period",
    "set_mark",
    "tick_step",
    "update_participant",
    "withdraw_employment",
    "withdraw_measure",
]
