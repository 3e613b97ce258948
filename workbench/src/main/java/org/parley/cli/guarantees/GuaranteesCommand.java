package org.parley.cli.guarantees;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.answer.AnswerJson;
import org.parley.answer.guarantees.AskedCoverage;
import org.parley.answer.guarantees.GuaranteeAnswers;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Play;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.MoneyBurden;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Moments;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.KnownRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley guarantees CASE`: duties, coverage with its holes, burden sharing, faults of the
/// promises, and scenarios.
@Command(
    name = "guarantees",
    mixinStandardHelpOptions = true,
    description = "Who must do what by when if it happens, and the holes in protection.",
    footerHeading =
        "%nExit code 0: done. 1: there are holes, faults or differences, or the case has problems."
            + " 66: no such folder or scenario.%n%n",
    footer = {
      "Questions:",
      "  duties          who owes whom what by when, from the log of the case",
      "  coverage        which duty would answer which threat, and the holes",
      "  burden          who brings what, on which conditions, against what is needed",
      "  check           promises that cannot be called, kept or found broken",
      "  play SCENARIO   a scenario in plain text whose lines carry the verdicts",
      "",
      "Examples:",
      "  parley guarantees examples/ukraine-2025 coverage",
      "  parley guarantees examples/ukraine-2025 burden --without GB",
      "  parley guarantees examples/locarno-1925 play my-scenario.txt"
    })
public final class GuaranteesCommand implements Callable<Integer> {

  @Mixin private CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = "duties",
      paramLabel = "QUESTION",
      description = "duties, coverage, burden, check or play; default: duties.")
  private String question = "duties";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "The file to play.")
  private @Nullable Path scenario;

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "Of coverage: only the coverage question with this id.")
  private @Nullable String only;

  @Option(
      names = "--without",
      paramLabel = "PARTY",
      description = "Of burden and coverage: as if this party brought nothing and kept nothing.")
  private @Nullable String without;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "Of duties and burden: at the end of this day. Default: all that is on record.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known-at",
      paramLabel = "DAY",
      description = "With the knowledge of this day. Default: all that is known.")
  private @Nullable LocalDate knownAt;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not called by picocli");
    }
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::answer);
  }

  private Integer answer() throws IOException {
    if (!Set.of("duties", "coverage", "burden", "check", "play").contains(question)) {
      throw misunderstood(
          "No question \""
              + question
              + "\". Maybe one of duties, coverage, burden, check and play.");
    }
    Optional<CaseView> view = argument.view(spec().commandLine());
    LocalDate day = knownAt;
    return view.isEmpty()
        ? ExitCode.PROBLEMS
        : Integer.valueOf(answer(day == null ? view.get() : KnownRecords.of(view.get(), day)));
  }

  private ParameterException misunderstood(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  private int answer(CaseView view) throws IOException {
    CaseGuarantees guarantees = CaseGuarantees.of(view);
    GuaranteesText text = new GuaranteesText(view);
    GuaranteeAnswers asJson = new GuaranteeAnswers(view);
    return switch (question) {
      case "coverage" -> {
        List<AskedCoverage> asked = coverage(view, guarantees);
        show(asJson.coverage(asked), text.coverage(asked));
        yield asked.stream().allMatch(each -> each.coverage().isFromTheOutset())
            ? ExitCode.OK
            : ExitCode.PROBLEMS;
      }
      case "burden" -> {
        Set<PartyId> without = party(view).<Set<PartyId>>map(Set::of).orElse(Set.of());
        AsOf day = asOf == null ? AsOf.LATEST : AsOf.of(asOf);
        CaseGuarantees then = CaseGuarantees.of(view, day);
        Burden.Picture picture =
            Burden.of(then.contributions(), then.requirements(), happened(view, day), without);
        List<MoneyBurden.MoneyGroup> money = MoneyBurden.of(view, day, without);
        show(GuaranteeAnswers.burden(picture, money), text.burden(picture, money));
        yield ExitCode.OK;
      }
      case "check" -> {
        List<Authoring.Issue> issues = Authoring.check(guarantees.commitments());
        show(asJson.issues(issues), text.issues(issues));
        yield issues.isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS;
      }
      case "play" -> play(guarantees, text);
      default -> {
        List<DutyVerdict> verdicts = duties(guarantees);
        show(asJson.duties(verdicts), text.duties(verdicts));
        yield ExitCode.OK;
      }
    };
  }

  private static Set<String> happened(CaseView view, AsOf asOf) {
    ActLedger acts = Acts.of(view).at(asOf);
    return Set.copyOf(
        view.steps().stream()
            .filter(each -> acts.completedOn(each).isPresent())
            .map(each -> each.id().value())
            .toList());
  }

  private Optional<PartyId> party(CaseView view) {
    if (without == null) {
      return Optional.empty();
    }
    PartyId id = Id.SYNTAX.matcher(without).matches() ? new PartyId(without) : null;
    if (id == null || view.find(id).isEmpty()) {
      throw misunderstood("There is no party \"" + without + "\". Maybe check its id.");
    }
    return Optional.of(id);
  }

  private List<AskedCoverage> coverage(CaseView view, CaseGuarantees guarantees) {
    List<AskedCoverage> asked = AskedCoverage.of(view, guarantees, only, party(view).orElse(null));
    if (asked.isEmpty() && only != null) {
      throw misunderstood(
          "There is no coverage question \"" + only + "\". Maybe check its id in the case.");
    }
    return asked;
  }

  private static long endOf(@Nullable LocalDate day) {
    return day == null
        ? Moments.NEVER
        : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() - 1;
  }

  private List<DutyVerdict> duties(CaseGuarantees guarantees) {
    long last =
        guarantees.log().stream().mapToLong(each -> each.recorded()).max().orElse(Moments.ALWAYS);
    return Guarantees.stateWithConsequences(
        guarantees.commitments(),
        guarantees.log(),
        asOf == null ? last : endOf(asOf),
        endOf(knownAt));
  }

  private int play(CaseGuarantees guarantees, GuaranteesText text) throws IOException {
    if (scenario == null) {
      throw misunderstood("No scenario to play. Maybe name the file.");
    }
    PrintWriter err = spec().commandLine().getErr();
    try {
      List<Play.Line> lines =
          Play.play(guarantees.commitments(), guarantees.milestones(), Files.readString(scenario));
      show(GuaranteeAnswers.lines(lines), text.lines(lines));
      return lines.stream().allMatch(Play.Line::isAsExpected) ? ExitCode.OK : ExitCode.PROBLEMS;
    } catch (NoSuchFileException e) {
      err.println("There is no scenario \"" + scenario + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    } catch (Play.UnreadableException e) {
      err.println(scenario + ", " + text.unreadable(e));
      return ExitCode.PROBLEMS;
    }
  }

  private void show(Object asJson, String asText) {
    PrintWriter out = spec().commandLine().getOut();
    if (json) {
      out.println(AnswerJson.pretty(asJson));
    } else {
      out.print(asText);
    }
  }
}
