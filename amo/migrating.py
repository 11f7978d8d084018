"""An operation of our own for first migrations."""

from django.db.migrations.operations.base import Operation


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
