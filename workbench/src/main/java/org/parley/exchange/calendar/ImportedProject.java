package org.parley.exchange.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.casefile.CaseWriter;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;

/// Steps and demands read from a project file.
///
/// @param title the title of the project
/// @param steps the tasks
/// @param demands the predecessors, constraints and deadlines
/// @param notes parts without an exact counterpart, a sentence each
public record ImportedProject(
    String title, List<Step> steps, List<Demand> demands, List<String> notes) {

  public ImportedProject {
    steps = List.copyOf(steps);
    demands = List.copyOf(demands);
    notes = List.copyOf(notes);
  }

  /// The steps and demands as the text of a case file.
  public String text() {
    List<CaseRecord> records = new ArrayList<>(steps);
    records.addAll(demands);
    Map<String, String> files = CaseWriter.write(Case.of(info(), records));
    return files.getOrDefault("steps.yaml", "")
        + (demands.isEmpty() ? "" : "\n" + files.getOrDefault("demands.yaml", ""));
  }

  private CaseInfo info() {
    return new CaseInfo(title.isBlank() ? "Project" : title, null, List.of());
  }
}
