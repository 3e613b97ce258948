package org.parley.proof;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.check.Verdict;
import org.parley.exact.Budget;

/// Checks a finding in a process of its own: `java -cp CLASSES org.parley.proof.Verifier FILE...`.
///
/// Prints the verdict as JSON. Of Parley it needs only the classes that it reaches; none searches.
public final class Verifier {

  private Verifier() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : arguments) {
      Verdict verdict =
          FindingFile.parse(Files.readString(Path.of(file))).verify(Budget.unlimited());
      out.println(VerdictJson.of(verdict));
    }
  }
}
