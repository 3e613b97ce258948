package org.parley.genius;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;

/// The Nash solution of a domain and two profiles.
final class GeniusExample {

  /// What was read, and what was found.
  record Answer(ImportedProblem read, Finding<Solution> nash) {}

  private GeniusExample() {}

  static Answer find(Path folder) throws IOException {
    // @start region="files"
    ImportedProblem read =
        GeniusFiles.read(
            List.of(
                InputFile.of(folder.resolve("domain.xml")),
                InputFile.of(folder.resolve("north.xml")),
                InputFile.of(folder.resolve("south.xml"))),
            null);
    Budget budget = Budget.ofSteps(1_000_000);
    Finding<Solution> nash = Solutions.find(read.problem(), Solution.Kind.NASH, budget);
    // @end
    return new Answer(read, nash);
  }
}
