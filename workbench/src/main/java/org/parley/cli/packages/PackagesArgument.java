package org.parley.cli.packages;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.answer.AnswerJson;
import org.parley.answer.packages.Among;
import org.parley.answer.packages.KnotOffers;
import org.parley.answer.packages.PackageAnswers;
import org.parley.answer.packages.PackageAnswers.AgreedInstrument;
import org.parley.answer.packages.PackageAnswers.PackagesHead;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.bargain.Choice;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.KnotConcessions;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayOptions;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exact.Budget;
import org.parley.exchange.bargaining.BargainingFiles;
import org.parley.exchange.bargaining.Format;
import org.parley.exchange.bargaining.NoteWording;
import org.parley.exchange.bargaining.ProblemCase;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.utility.ImportedProblem;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Spelling;
import org.parley.wording.Complaint;
import org.parley.wording.PackageWording;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The common arguments of commands about packages: the case, the parties, the time limit.
final class PackagesArgument {

  @Mixin private final LanguageOption language = new LanguageOption();

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Option(
      names = "--profiles",
      paramLabel = "FILES",
      arity = "1..*",
      description =
          "Where CASE is a file of GENIUS (its domain), GeniusWeb, NegoLog or scores: the other"
              + " files.")
  private List<Path> profiles = List.of();

  @Option(
      names = "--among",
      paramLabel = "PARTY",
      split = ",",
      description = "Ask among these parties alone. Default: all signatories with positions.")
  private List<String> among = List.of();

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Answer after this time with what is known by then: 2s, 500ms, 1m.")
  private @Nullable Duration deadline;

  private boolean told;

  @Mixin private final DayOptions day = new DayOptions();

  /// The parsed arguments.
  record Asked(CaseView view, PackageProblem packages, KnotConcessions knots) {}

  boolean json() {
    return day.isJson();
  }

  /// The folder whose latest state is asked about, to be edited.
  ///
  /// @throws ParameterException if a file or a day of the past is
  CaseFolder latest(CommandLine line, String option) {
    if (argument.findFile().isPresent() || day.isAsked()) {
      throw new ParameterException(
          line,
          option
              + " changes a case folder in its latest state. Maybe leave out the day, or import the"
              + " file first.");
    }
    return argument.files();
  }

  /// The problem; if there is none, prints the reason to the standard error and returns empty.
  private Optional<Asked> read(CommandLine line, NothingLeft nothingLeft) throws IOException {
    Optional<CaseView> view = view(line).map(day::known);
    if (view.isEmpty()) {
      return Optional.empty();
    }
    return switch (prepared(view.get())) {
      case PreparedProblem.Ready(PackageProblem packages) ->
          Optional.of(
              new Asked(
                  view.get(),
                  among(line, view.get(), packages),
                  KnotOffers.of(view.get(), Acts.of(view.get()).at(day.asOf(view.get())))));
      case PreparedProblem.Unready(List<PreparedProblem.Lack> lacks)
          when lacks.getFirst() instanceof PreparedProblem.Lack.Settled -> {
        tellNothingLeft(line, view.get(), PackageWording.lacks(lacks).getFirst(), nothingLeft);
        yield Optional.empty();
      }
      case PreparedProblem.Unready(List<PreparedProblem.Lack> lacks) -> {
        PrintWriter err = line.getErr();
        err.println(PackagesText.say("nothing-said"));
        PackageWording.lacks(lacks).forEach(err::println);
        yield Optional.empty();
      }
    };
  }

  /// How to answer where nothing is left to negotiate.
  ///
  /// @param answer the answer in JSON
  record NothingLeft(int exitCode, Function<PackagesHead, Object> answer) {}

  private void tellNothingLeft(
      CommandLine line, CaseView view, String answer, NothingLeft nothingLeft) {
    told = true;
    PackagesHead head =
        PackageAnswers.nothingLeft(
            view, answer, PackagesOfDay.agreed(view, Acts.of(view).at(day.asOf(view))));
    if (json()) {
      line.getOut().println(AnswerJson.pretty(nothingLeft.answer().apply(head)));
      return;
    }
    Page page = new Page(line.getOut(), line.getColorScheme());
    page.words(answer);
    for (AgreedInstrument each : Objects.requireNonNull(head.agreed())) {
      page.heading(
          PackagesText.say(
              "label", "label", view.get(each.instrument()).title().text(), "text", each.words()));
      each.points()
          .forEach(id -> page.line(2, view.get(id).number() + " " + view.get(id).title().text()));
    }
  }

  /// The problem of the day asked for; by default that of the latest positions.
  private PreparedProblem prepared(CaseView view) {
    return day.isAsked()
        ? PackagesOfDay.of(view, Acts.of(view).at(day.asOf(view)))
        : PackagesOfDay.latest(view, Acts.of(view).at(day.asOf(view)));
  }

  /// The case of the folder, or of files of a bargaining problem. If it cannot be read, prints the
  /// reason to the standard error and returns empty.
  private Optional<CaseView> view(CommandLine line) throws IOException {
    Path first = argument.findFile().orElse(null);
    if (first == null) {
      if (!profiles.isEmpty()) {
        throw new ParameterException(
            line, "--profiles goes with a file. Maybe name the domain instead of a case folder.");
      }
      return argument.view(line);
    }
    List<Path> files = new ArrayList<>(List.of(first));
    files.addAll(profiles);
    PrintWriter err = line.getErr();
    try {
      ImportedProblem imported = BargainingFiles.read(Format.of(first), files);
      NoteWording.sentences(imported).forEach(note -> err.println("Note: " + note + "."));
      String title = first.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      return Optional.of(ProblemCase.of(imported, title).viewFor(new Viewer.Mediator()));
    } catch (BadFileException e) {
      err.println(FileFaultWording.sentence(e));
    } catch (NoSuchFileException e) {
      err.println("There is no file \"" + e.getFile() + "\". Maybe check the path.");
    }
    return Optional.empty();
  }

  /// The action on a loaded case; returns the exit code.
  interface Question {
    int answer(Asked asked) throws IOException;
  }

  /// Loads the case and runs the action in the chosen language; prints the reason if there is no
  /// problem.
  ///
  /// @param nothingLeft how to answer where nothing is left to negotiate
  int ask(CommandLine line, NothingLeft nothingLeft, Question question) throws Exception {
    return language.run(() -> answer(line, nothingLeft, question));
  }

  private int answer(CommandLine line, NothingLeft nothingLeft, Question question)
      throws IOException {
    Optional<Asked> asked = read(line, nothingLeft);
    if (asked.isEmpty()) {
      return told ? nothingLeft.exitCode() : ExitCode.PROBLEMS;
    }
    try {
      return question.answer(asked.get());
    } catch (InvalidProblemException e) {
      line.getErr().println(PackagesText.say("nothing-said"));
      e.complaints().forEach(each -> line.getErr().println(Complaint.sentence(each)));
      return ExitCode.PROBLEMS;
    }
  }

  /// Looks for an answer and prints it, as text or as JSON.
  <A> A tell(
      CommandLine line,
      Function<Budget, A> find,
      Function<A, Object> toAnswer,
      BiConsumer<A, Page> print) {
    A found;
    try (TerminalProgress progress = progress(line)) {
      found = find.apply(budget(progress));
    }
    if (json()) {
      line.getOut().println(AnswerJson.pretty(toAnswer.apply(found)));
    } else {
      print.accept(found, new Page(line.getOut(), line.getColorScheme()));
    }
    return found;
  }

  /// Where a long search says how far it has come.
  TerminalProgress progress(CommandLine line) {
    return new TerminalProgress(line.getErr(), !json());
  }

  /// The heap bytes per state of a search: one takes 8 to 24, and more while tables grow.
  private static final long BYTES_A_STATE = 64;

  /// The budget of the search: states that fit into memory, and a deadline that counts from now.
  Budget budget(TerminalProgress progress) {
    Budget budget =
        Budget.unlimited()
            .withStates(Runtime.getRuntime().maxMemory() / BYTES_A_STATE)
            .withThreads(Runtime.getRuntime().availableProcessors())
            .withProgress(progress);
    if (deadline == null) {
      return budget;
    }
    long endNanos = System.nanoTime() + deadline.toNanos();
    return budget.withStop(() -> System.nanoTime() - endNanos > 0);
  }

  /// The same, but for a quarter of the time alone: so that counting leaves some to the rest.
  Budget early(Budget budget) {
    if (deadline == null) {
      return budget;
    }
    long endNanos = System.nanoTime() + deadline.toNanos() / 4;
    return budget.withStop(() -> System.nanoTime() - endNanos > 0);
  }

  private PackageProblem among(CommandLine line, CaseView view, PackageProblem packages) {
    try {
      return Among.of(view, packages, among);
    } catch (Among.NotSeatedException e) {
      throw new ParameterException(line, e.getMessage() + ". " + e.advice());
    }
  }

  /// The package that options name.
  ///
  /// @param unnamed the option of points without a named one
  static List<Integer> table(
      CommandLine line, PackageProblem packages, List<String> options, int unnamed) {
    List<Integer> table = new ArrayList<>(Collections.nCopies(packages.matters().size(), unnamed));
    List<String> all = new ArrayList<>();
    packages.matters().forEach(matter -> all.addAll(matter.names()));
    Set<Integer> named = new HashSet<>();
    for (String name : options) {
      Choice choice = packages.find(name);
      if (choice == null) {
        throw new ParameterException(line, unknown(name, "an option that is bargained about", all));
      }
      if (!named.add(choice.point())) {
        throw new ParameterException(
            line,
            "\""
                + name
                + "\" settles point "
                + packages.matters().get(choice.point()).number()
                + " a second time. Maybe name one option a point.");
      }
      table.set(choice.point(), choice.option());
    }
    return table;
  }

  /// An error about an unknown name, with a suggestion.
  static String unknown(String name, String kind, List<String> all) {
    return "\"" + name + "\" is not " + kind + ". Maybe " + advice(name, all);
  }

  private static String advice(String name, List<String> names) {
    return Spelling.nearest(name, names)
        .map(near -> "you meant \"" + near + "\"")
        .orElse("choose of " + String.join(", ", names));
  }
}
