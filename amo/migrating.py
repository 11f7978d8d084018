"""Operations of our own for long migrations: Django lays the project's state anew for each of its own."""

from itertools import groupby

from django.db.migrations.operations import AddConstraint, AddField, CreateModel
from django.db.migrations.operations.base import Operation
from pgtrigger.migrations import AddTrigger, RemoveTrigger

# One of these never changes what another of its kind beside it has made.
INDEPENDENT = (CreateModel, AddField, AddConstraint, AddTrigger, RemoveTrigger)


class InstallTriggers(Operation):
    """Installs every trigger that the app's models declare in their options.

    pgtrigger's own operation, one per trigger, lays the project's state anew each time: with three triggers on every
    tracked model that is most of what an empty database costs. A first migration names the triggers in the options of
    CreateModel and ends with this. Later ones use pgtrigger's, as `makemigrations` writes them.
    """

    reduces_to_sql = True
    reversible = True

    def state_forwards(self, app_label, state):
        """The options are part of the state already."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for statement in self._statements(app_label, to_state, "install_sql"):
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for statement in self._statements(app_label, to_state, "uninstall_sql"):
            schema_editor.execute(statement, params=None)

    def describe(self):
        return "Install the triggers of the app's models"

    @staticmethod
    def _statements(app_label, state, attribute):
        for (label, _name), model in sorted(state.models.items()):
            if label == app_label:
                for trigger in model.options.get("triggers", ()):
                    yield str(getattr(trigger, attribute))


class Together(Operation):
    """Operations of one kind in a row, over one state before them and one after: as one statement each, in order."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations: list[Operation]):
        self.operations = operations

    def state_forwards(self, app_label, state):
        # Its models are laid once, when they are next asked for, not after each change.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return "; ".join(operation.describe() for operation in self.operations)


def together(operations: list[Operation]) -> list[Operation]:
    """The same operations, neighbours of one independent kind gathered: an empty database in seconds, not a minute."""
    gathered: list[Operation] = []
    for kind, neighbours in groupby(operations, type):
        run = list(neighbours)
        gathered += [Together(run)] if issubclass(kind, INDEPENDENT) and len(run) > 1 else run
    return gathered
