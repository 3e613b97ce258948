package org.parley.cli.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.DraftAnswer;
import org.parley.answer.packages.PackagesAnswer;
import org.parley.answer.packages.SafetyAnswer;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.frontier.Frontier;
import org.parley.cli.ExitCode;
import org.parley.exact.Finding;
import org.parley.genius.GeniusWriter;
import org.parley.sweep.Seeds;
import org.parley.wording.Complaint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley packages CASE`: is there a deal, which ones, how good is this one, and which is safest?
@Command(
    name = "packages",
    mixinStandardHelpOptions = true,
    description =
        "Which packages could all accept: counted exactly, with the share of each option among them.",
    footerHeading =
        "%nExit code 0: there is such a package. 1: there is none, or the case has problems. 66: no"
            + " such folder.%n%n",
    footer = {
      "Questions:",
      "  deal      which packages could all accept; the default",
      "  draft     the package of --table: worth by party, who would sign, whether it is",
      "            efficient, and the trades that improve it",
      "  robust    which package is safest if worths are known only within bounds,",
      "            and how safe the one of --table is",
      "  frontier  every efficient outcome, a line each; with --every a line for each",
      "            package of each",
      "  sample    uniformly random packages that all accept",
      "  genius    write the problem as a GENIUS domain with a profile for each party",
      "",
      "Examples:",
      "  parley packages examples/ukraine-2025",
      "  parley packages examples/ukraine-2025 --among UA,US,EU",
      "  parley packages examples/ukraine-2025 draft --table p14-zone,p12-joint,p20-before",
      "  parley packages examples/ukraine-2025 robust --within 10 --draws 5000",
      "  parley packages examples/ukraine-2025 frontier --among UA,US,EU --every",
      "  parley packages examples/ukraine-2025 sample --among UA,US,EU --count 5 --seed 3",
      "  parley packages examples/ukraine-2025 genius --to plan-for-genius --without-linkages",
      "  parley packages examples/ukraine-2025 --deadline 2s --json | jq .headline"
    })
public final class PackagesCommand implements Callable<Integer> {

  private static final List<String> QUESTIONS =
      List.of("deal", "draft", "robust", "frontier", "sample", "genius");

  @Mixin private final PackagesArgument argument = new PackagesArgument();

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = "deal",
      paramLabel = "QUESTION",
      description = "deal, draft, robust, frontier, sample or genius; default: deal.")
  private String question = "deal";

  @Option(
      names = "--table",
      paramLabel = "OPTION",
      split = ",",
      description =
          "Of draft and robust: the package on the table, one option a point. Of draft: points that"
              + " are not named are open. Of robust: they take their first option.")
  private List<String> table = List.of();

  @Option(
      names = "--within",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description =
          "Of robust: take every worth and baseline to be off by up to so many per cent, beside the"
              + " intervals of the case. Default: ${DEFAULT-VALUE}.")
  private int within;

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Of robust: draw worths so many times. Default: ${DEFAULT-VALUE}.")
  private long draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Of robust: the first seed; each draw takes the next. Of sample: the seed. Default:"
              + " ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10",
      description = "Of sample: how many packages. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(names = "--every", description = "Of frontier: every package of each outcome, not one.")
  private boolean every;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Of robust: on how many threads; the answer is the same on any number. Default: one for"
              + " each processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Of genius: where to write the files; the folder must be new or empty.")
  private @Nullable Path to;

  @Option(
      names = "--without-linkages",
      description = "Of genius: leave out linkages, which its profiles do not know.")
  private boolean withoutLinkages;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    check(line);
    return argument.ask(
        line,
        new PackagesArgument.NothingLeft(
            ExitCode.PROBLEMS,
            question.equals("deal") ? PackagesAnswer::nothingLeft : head -> head),
        asked ->
            switch (question) {
              case "draft" -> draft(line, asked);
              case "robust" -> robust(line, asked);
              case "frontier" -> frontier(line, asked);
              case "sample" -> sample(line, asked);
              case "genius" -> genius(line, asked);
              default -> deal(line, asked);
            });
  }

  private void check(CommandLine line) {
    if (!QUESTIONS.contains(question)) {
      throw new ParameterException(
          line, PackagesArgument.unknown(question, "a question about packages", QUESTIONS));
    }
    if (question.equals("draft") && table.isEmpty()) {
      throw new ParameterException(
          line, "A draft needs its options. Maybe add --table OPTION,OPTION.");
    }
    if (question.equals("genius") && to == null) {
      throw new ParameterException(line, "Where to write the files? Maybe add --to FOLDER.");
    }
    inRange(line, "--within", within, 0, 100);
    inRange(line, "--draws", draws, 1, 10_000_000);
    inRange(line, "--count", count, 1, 10_000_000);
    if (threads != null) {
      inRange(line, "--threads", threads, 1, 256);
    }
  }

  private static void inRange(CommandLine line, String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new ParameterException(
          line,
          name
              + " "
              + value
              + " is not between "
              + least
              + " and "
              + most
              + ". Maybe leave it out.");
    }
  }

  private int deal(CommandLine line, PackagesArgument.Asked asked) {
    Overview overview =
        argument.tell(
            line,
            budget ->
                Overview.of(
                    asked.packages(),
                    ZoneTable.of(asked.packages().problem(), argument.early(budget)),
                    budget,
                    budget),
            found -> PackagesAnswer.of(asked.view(), found),
            (found, page) -> new PackagesText(found.packages(), page).packages(found));
    return overview.table().everyone().isEmpty() ? ExitCode.PROBLEMS : ExitCode.OK;
  }

  private int draft(CommandLine line, PackagesArgument.Asked asked) {
    PackageProblem packages = asked.packages();
    List<Integer> options = PackagesArgument.table(line, packages, table, PackageDraft.OPEN);
    PackageDraft draft =
        argument.tell(
            line,
            budget -> PackageDraft.of(packages, options, budget),
            found -> DraftAnswer.of(asked.view(), found),
            (found, page) -> new DraftPrinter(found).print(page));
    boolean open =
        draft.isWhole()
            ? draft.isAcceptable()
            : draft.left().stream().noneMatch(left -> left.everyone().isEmpty());
    return open ? ExitCode.OK : ExitCode.PROBLEMS;
  }

  private int robust(CommandLine line, PackagesArgument.Asked asked) {
    PackageProblem packages = asked.packages();
    List<Integer> options =
        table.isEmpty() ? List.of() : PackagesArgument.table(line, packages, table, 0);
    Seeds seeds = new Seeds(seed, draws);
    int on = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    Safety safety =
        argument.tell(
            line,
            budget -> Safety.of(packages, options, within, seeds, on, budget),
            found -> SafetyAnswer.of(asked.view(), found, seed),
            (found, page) -> new SafetyPrinter(found, seed).print(page));
    return safety.best().isPresent() && safety.parties() == packages.problem().everyone()
        ? ExitCode.OK
        : ExitCode.PROBLEMS;
  }

  private int frontier(CommandLine line, PackagesArgument.Asked asked) {
    Finding<Frontier> found;
    try (TerminalProgress progress = argument.progress(line)) {
      found = OutcomesPrinter.frontier(asked.packages(), argument.budget(progress));
    }
    return outcomes(line, asked).frontier(found, every) ? ExitCode.OK : ExitCode.PROBLEMS;
  }

  private int sample(CommandLine line, PackagesArgument.Asked asked) {
    try (TerminalProgress progress = argument.progress(line)) {
      return outcomes(line, asked)
              .sample(new SplittableRandom(seed), count, argument.budget(progress))
          ? ExitCode.OK
          : ExitCode.PROBLEMS;
    }
  }

  private OutcomesPrinter outcomes(CommandLine line, PackagesArgument.Asked asked) {
    return new OutcomesPrinter(asked.packages(), line.getOut(), argument.json());
  }

  private int genius(CommandLine line, PackagesArgument.Asked asked) throws IOException {
    Path folder = Objects.requireNonNull(to);
    GeniusWriter.Written written;
    try {
      written = GeniusWriter.write(asked.packages(), withoutLinkages);
    } catch (InvalidProblemException e) {
      e.complaints().forEach(each -> line.getErr().println(Complaint.sentence(each)));
      return ExitCode.PROBLEMS;
    }
    if (Files.exists(folder) && (!Files.isDirectory(folder) || !isEmpty(folder))) {
      throw new ParameterException(
          line,
          "\"" + folder + "\" is not an empty folder. Maybe name one that does not exist yet.");
    }
    Files.createDirectories(folder);
    for (var file : written.files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    line.getOut().println("Written: " + String.join(", ", written.files().keySet()) + ".");
    written.notes().forEach(line.getOut()::println);
    return ExitCode.OK;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var listing = Files.list(folder)) {
      return listing.findAny().isEmpty();
    }
  }
}
