package org.parley.cli.packages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.answer.AnswerJson;
import org.parley.answer.CaseDay;
import org.parley.answer.packages.ElicitAnswer;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.bargain.cases.ElicitedParty;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.elicit.Elicitation;
import org.parley.bargain.elicit.PackagePreference;
import org.parley.bargain.elicit.PackageQuestion;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exact.Budget;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.wording.ElicitWording;
import org.parley.wording.PackageWording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley elicit CASE PARTY`: which package does a party want most, in as few questions as can be?
@Command(
    name = "elicit",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a party which of two packages it prefers, until its best package is known.",
      "Each question is the one where the most could be lost. Only what the party itself may see",
      "shapes the questions. An answer is 1, 2 or = on a line."
    },
    footerHeading =
        "%nExit code 0: the best package is known. 1: questions are left, or there is nothing to ask."
            + " 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley elicit examples/ukraine-2025 UA",
      "  parley elicit examples/ukraine-2025 UA --answers ua.txt",
      "  parley elicit examples/ukraine-2025 UA --answers ua.txt --json | jq .question"
    })
public final class ElicitCommand implements Callable<Integer> {

  private static final int USUAL_PERCENT = 50;
  private static final long MOST_STEPS = 20_000_000;
  private static final long MOST_STATES = 5_000_000;

  private final InputStream in;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Parameters(index = "1", paramLabel = "PARTY", description = "The party that is asked.")
  private String party = "";

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "The answers so far, one a line. Default: asked for on the terminal.")
  private @Nullable Path answers;

  @Option(
      names = "--others-get",
      paramLabel = "PERCENT",
      description =
          "Ask about packages that leave each of the others so much of the range of its worths, or"
              + " the most possible below. Default: ${DEFAULT-VALUE}.")
  private int othersGet = USUAL_PERCENT;

  @Option(names = "--json", description = "Print JSON: the state after the answers.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// A command that reads answers from `in` where no file is named.
  public ElicitCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::ask);
  }

  private int ask() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Optional<CaseView> view = argument.view(line, this::viewer);
    if (view.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    return switch (PackagesOfDay.latest(
        view.get(), Acts.of(view.get()).at(AsOf.of(CaseDay.shown(view.get()))))) {
      case PreparedProblem.Ready(PackageProblem packages) -> ask(line, view.get(), packages);
      case PreparedProblem.Unready(List<PreparedProblem.Lack> lacks) -> {
        line.getErr().println(PackagesText.say("nothing-said"));
        PackageWording.lacks(lacks).forEach(line.getErr()::println);
        yield ExitCode.PROBLEMS;
      }
    };
  }

  /// A delegation may not learn from a question anything that is hidden from it.
  private Viewer viewer(CaseView all) {
    return all.parties().stream()
        .map(each -> each.id())
        .filter(each -> each.value().equals(party))
        .<Viewer>map(Viewer.Delegation::new)
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    PackagesArgument.unknown(
                        party,
                        "a party",
                        all.parties().stream().map(each -> each.id().value()).toList())));
  }

  private int ask(CommandLine line, CaseView view, PackageProblem packages) throws IOException {
    int asked = packages.indexOf(new PartyId(party));
    if (asked < 0) {
      throw new ParameterException(
          line,
          PackagesArgument.unknown(
              party,
              "among those who bargain",
              packages.seats().stream().map(each -> each.party().value()).toList()));
    }
    if (othersGet < 0 || othersGet > 100) {
      throw new ParameterException(
          line, "--others-get is " + othersGet + ". Maybe a whole number from 0 to 100");
    }
    ElicitedParty.PackageList tabled =
        ElicitedParty.packages(
            packages, asked, othersGet, Budget.ofSteps(MOST_STEPS).withStates(MOST_STATES));
    PrintWriter err = line.getErr();
    if (tabled.packages().isEmpty()) {
      err.println(ElicitWording.say(ElicitWording.Remark.NO_PACKAGES));
      return ExitCode.PROBLEMS;
    }
    Optional<ElicitedParty.ToldChoice> begun =
        ElicitedParty.begin(packages, asked, tabled, view.pairwiseComparisons());
    if (begun.isEmpty()) {
      err.println(ElicitWording.say(ElicitWording.Remark.CONTRADICTORY));
      return ExitCode.PROBLEMS;
    }
    try (BufferedReader lines = reader()) {
      return new Interview(packages, asked, tabled, lines, line).run(begun.get());
    }
  }

  private BufferedReader reader() throws IOException {
    return answers == null
        ? new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(answers);
  }

  /// One run of questions and answers.
  private final class Interview {

    private final PackageProblem packages;
    private final int asked;
    private final ElicitedParty.PackageList tabled;
    private final BufferedReader lines;
    private final PrintWriter out;
    private final PrintWriter err;

    Interview(
        PackageProblem packages,
        int asked,
        ElicitedParty.PackageList tabled,
        BufferedReader lines,
        CommandLine line) {
      this.packages = packages;
      this.asked = asked;
      this.tabled = tabled;
      this.lines = lines;
      this.out = line.getOut();
      this.err = line.getErr();
    }

    int run(ElicitedParty.ToldChoice begun) throws IOException {
      Elicitation state = begun.state();
      int answered = begun.counted();
      while (true) {
        PackageQuestion question = state.findQuestion().orElse(null);
        if (question == null) {
          break;
        }
        if (!json) {
          print(question, answered + 1, state.mostLeft());
        }
        PackagePreference answer = answer();
        if (answer == null) {
          break;
        }
        state = state.answered(answer);
        answered++;
      }
      print(state, answered);
      return state.findQuestion().isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    /// The next answer; null at the end.
    private @Nullable PackagePreference answer() throws IOException {
      while (true) {
        String line = lines.readLine();
        if (line == null) {
          return null;
        }
        switch (line.strip()) {
          case "1" -> {
            return PackagePreference.FIRST;
          }
          case "2" -> {
            return PackagePreference.SECOND;
          }
          case "=" -> {
            return PackagePreference.SAME;
          }
          case "" -> {}
          default -> {
            if (answers != null) {
              throw new ParameterException(
                  Objects.requireNonNull(spec).commandLine(),
                  "\"" + line.strip() + "\" is not an answer. Maybe 1, 2 or =");
            }
            err.println(ElicitWording.say(ElicitWording.Remark.NOT_AN_ANSWER));
          }
        }
      }
    }

    private void print(PackageQuestion question, int number, int left) {
      out.println(ElicitWording.question(packages, asked, number, left));
      for (boolean isFirst : new boolean[] {true, false}) {
        out.println(isFirst ? "1" : "2");
        ElicitWording.differences(packages, question, isFirst)
            .forEach(each -> out.println("   " + each));
      }
      out.println(ElicitWording.say(ElicitWording.Remark.PROMPT));
      out.println();
      out.flush();
    }

    private void print(Elicitation state, int answered) {
      if (json) {
        out.println(AnswerJson.pretty(ElicitAnswer.of(packages, asked, tabled, answered, state)));
        return;
      }
      out.println(
          ElicitWording.headline(packages, asked, tabled.packages().size(), answered, state));
      ElicitWording.lines(packages, state.best()).forEach(each -> out.println("   " + each));
      out.println(ElicitWording.about(tabled));
      out.println(ElicitWording.say(ElicitWording.Remark.ORDER_ONLY));
    }
  }
}
