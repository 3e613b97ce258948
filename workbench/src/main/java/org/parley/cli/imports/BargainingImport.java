package org.parley.cli.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.bargain.Problem;
import org.parley.casefile.CaseWriter;
import org.parley.cli.ExitCode;
import org.parley.exchange.bargaining.BargainingFiles;
import org.parley.exchange.bargaining.Format;
import org.parley.exchange.bargaining.ProblemCase;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.UtilityScale;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The files of a bargaining problem and the action on them.
final class BargainingImport {

  @Parameters(arity = "1..*", paramLabel = "FILES", description = "The files, one for each party.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--digits",
      paramLabel = "N",
      description =
          "Round utilities to N decimals, 1 to 17. Default: exact, or in 64 bits with the order of"
              + " packages kept.")
  private @Nullable Integer digits;

  @Option(
      names = "--to",
      paramLabel = "CASE",
      description = "Write a case into this folder, which must be new or empty.")
  private @Nullable Path to;

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "The title of the case. Default: after the parties.")
  private @Nullable String title;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /// Reads and prints the files, and writes the case on request.
  int run(Format format, CommandLine line) throws IOException {
    if (digits != null && (digits < 1 || digits > UtilityScale.MOST_DIGITS)) {
      throw new CommandLine.ParameterException(
          line, "--digits " + digits + " is not between 1 and " + UtilityScale.MOST_DIGITS + ".");
    }
    if (to != null && isOccupied(to)) {
      line.getErr()
          .println(
              "\"" + to + "\" is not an empty folder. Maybe name one that does not exist yet.");
      return ExitCode.USAGE;
    }
    try {
      ImportedProblem imported = BargainingFiles.read(format, files, digits);
      if (to != null) {
        write(to, CaseWriter.write(ProblemCase.of(imported, title(imported))));
      }
      print(imported, line.getOut());
      return ExitCode.OK;
    } catch (BadFileException problem) {
      line.getErr().println(FileFaultWording.sentence(problem));
      return ExitCode.PROBLEMS;
    } catch (NoSuchFileException problem) {
      line.getErr()
          .println("There is no file \"" + problem.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    }
  }

  private static boolean isOccupied(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (var listing = Files.list(folder)) {
      return listing.findAny().isPresent();
    }
  }

  private static void write(Path folder, Map<String, String> texts) throws IOException {
    Files.createDirectories(folder);
    for (var text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
  }

  private String title(ImportedProblem imported) {
    return title != null
        ? title
        : imported.problem().parties().stream()
            .map(Problem.Party::id)
            .collect(Collectors.joining(", "));
  }

  private void print(ImportedProblem imported, PrintWriter out) {
    if (json) {
      out.println(AnswerJson.pretty(new ImportReport(imported).answer()));
    } else {
      new ImportReport(imported).lines().forEach(out::println);
      if (to != null) {
        out.println("Written to " + to + ".");
      }
    }
  }
}
