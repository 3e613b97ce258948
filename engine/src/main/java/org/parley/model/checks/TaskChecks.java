package org.parley.model.checks;

import java.util.List;
import org.parley.model.task.Task;

/// Validates tasks.
final class TaskChecks {

  private final RecordsUnderCheck records;
  private final int index;

  TaskChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  void task(Task task) {
    records.words(index, "title", task.title());
    if (task.account() != null) {
      records.words(index, "account", task.account());
    }
    if (task.account() != null && task.party() != null) {
      records.report(index, List.of("party"), Rule.Plain.TASK_OF_TWO, task.party());
    }
  }
}
