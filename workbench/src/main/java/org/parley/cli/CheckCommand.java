package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.casefile.CaseCheck;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.model.CaseRecord;
import org.parley.model.checks.SetAside;
import org.parley.wording.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley check CASE`: is this folder a case? Prints every problem with its place.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks a case folder and prints every problem with its place.",
    footerHeading = "%nExit code 0: it is a case. 1: it has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley check examples/ukraine-2025",
      "  parley check --json my-case | jq '.problems[].file'"
    })
public final class CheckCommand implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--strict",
      description =
          "Treat warnings as problems: words that nothing else in the case matches, and records that"
              + " are set aside.")
  private boolean strict;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CaseCheck check = argument.files().check();
    LoadResult result = check.result();
    SetAsideFolder.Read aside = SetAsideFolder.Read.NOTHING;
    if (result instanceof Loaded loaded) {
      aside = argument.setAside(loaded);
      if (!aside.problems().isEmpty()) {
        result = new Rejected(aside.problems(), List.of());
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(AnswerJson.pretty(answer(result, check.warnings(), aside)));
    } else {
      switch (result) {
        case Loaded loaded -> {
          new ProblemPrinter(spec.commandLine()).print(check.warnings(), out);
          print(aside, out);
          out.println(summary(loaded, check.warnings().size(), aside.records().size()));
        }
        case Rejected rejected -> new ProblemPrinter(spec.commandLine()).print(rejected, out);
      }
    }
    boolean isClean =
        result instanceof Loaded && check.warnings().isEmpty() && aside.records().isEmpty();
    return isClean || (result instanceof Loaded && !strict) ? ExitCode.OK : ExitCode.PROBLEMS;
  }

  private static void print(SetAsideFolder.Read aside, PrintWriter out) {
    for (SetAside each : aside.all()) {
      List<String> why = why(each);
      out.println(
          aside.placeOf(each)
              + ": "
              + name(each)
              + " is set aside and counts for nothing"
              + (why.isEmpty()
                  ? ", though it fits. Maybe run parley record."
                  : ": " + String.join(" ", why)));
      out.println();
    }
  }

  private static String name(SetAside each) {
    String id = each.record().id().value();
    return each.part() == null ? id : id + " " + String.join("/", each.part().path());
  }

  /// Why a record does not fit, in sentences.
  private static List<String> why(SetAside aside) {
    return aside.problems().stream().map(each -> Complaint.of(each).sentence()).toList();
  }

  private static String summary(Loaded loaded, int warnings, int aside) {
    String counts =
        counts(loaded).entrySet().stream()
            .map(entry -> counted(entry.getValue(), entry.getKey()))
            .collect(Collectors.joining(", "));
    return loaded.contents().info().title().text()
        + ": "
        + counts
        + ". No problems"
        + (warnings == 0 ? "." : ", " + counted(warnings, "warnings") + ".")
        + (aside == 0
            ? ""
            : " " + counted(aside, "records") + (aside == 1 ? " is" : " are") + " set aside.");
  }

  private static String counted(int count, String plural) {
    String one = plural.replaceFirst("ies$", "y").replaceFirst("s$", "");
    return count + " " + (count == 1 ? one : plural);
  }

  private static Map<String, Integer> counts(Loaded loaded) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    CaseWriter.keys().forEach(key -> counts.put(key, 0));
    for (CaseRecord each : loaded.contents().records()) {
      counts.merge(CaseWriter.keyOf(each), 1, Integer::sum);
    }
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /// The result, for programs.
  ///
  /// @param title absent where it is no case, as are `counts`, `warnings` and `setAside`
  /// @param problems absent where it is a case, as is `unchecked`
  private record CheckAnswer(
      boolean ok,
      @Nullable String title,
      @Nullable Map<String, Integer> counts,
      @Nullable List<PlacedProblem> warnings,
      @Nullable List<SetAsideRow> setAside,
      @Nullable List<PlacedProblem> problems,
      @Nullable List<String> unchecked) {}

  /// A problem and its place.
  private record PlacedProblem(
      String file,
      int line,
      int column,
      String code,
      String message,
      String value,
      String advice) {}

  /// A record or part that is set aside, its place, and why.
  private record SetAsideRow(
      String kind,
      String id,
      @Nullable List<String> part,
      String file,
      int line,
      List<String> why) {}

  private static CheckAnswer answer(
      LoadResult result, List<CaseProblem> warnings, SetAsideFolder.Read aside) {
    return switch (result) {
      case Loaded loaded ->
          new CheckAnswer(
              true,
              loaded.contents().info().title().text(),
              counts(loaded),
              placed(warnings),
              aside.all().stream().map(each -> row(each, aside.placeOf(each))).toList(),
              null,
              null);
      case Rejected rejected ->
          new CheckAnswer(
              false, null, null, null, null, placed(rejected.problems()), rejected.unchecked());
    };
  }

  private static SetAsideRow row(SetAside each, SourceLocation place) {
    return new SetAsideRow(
        CaseWriter.keyOf(each.record()),
        each.record().id().value(),
        each.part() == null ? null : each.part().path(),
        place.file(),
        place.line(),
        why(each));
  }

  private static List<PlacedProblem> placed(List<CaseProblem> problems) {
    return problems.stream()
        .map(
            each ->
                new PlacedProblem(
                    each.place().file(),
                    each.place().line(),
                    each.place().column(),
                    each.code(),
                    each.message(),
                    each.value(),
                    each.advice()))
        .toList();
  }
}
