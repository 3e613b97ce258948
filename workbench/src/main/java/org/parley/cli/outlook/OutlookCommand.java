package org.parley.cli.outlook;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.outlook.CheckedRates;
import org.parley.answer.outlook.ForecastsAnswer;
import org.parley.answer.outlook.ForecastsAnswer.AskedAnswer;
import org.parley.answer.outlook.ForecastsAnswer.ForecastScoreAnswer;
import org.parley.answer.outlook.OutlookAnswer;
import org.parley.answer.outlook.OutlookAnswer.RateAnswer;
import org.parley.answer.outlook.ShippedRates;
import org.parley.cli.CaseOfDay;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.Forecasts;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.wording.Messages;
import org.parley.wording.OutlookWording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `parley outlook CASE`: how long other agreements stood.
@Command(
    name = "outlook",
    mixinStandardHelpOptions = true,
    description =
        "How long other agreements stood, by three definitions, for the class that is named.",
    footerHeading = "%nExit code 0: the answer. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley outlook examples/ukraine-2025",
      "  parley outlook examples/ukraine-2025 --scope full --about territory",
      "  parley outlook examples/ukraine-2025 --json | jq .definitions"
    })
public final class OutlookCommand implements Callable<Integer> {

  private static final List<Integer> YEARS = List.of(1, 2, 5, 10);

  private final CheckedRates rates;

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "Agreements of this scope: full, partial or process. Default: all.")
  private @Nullable String scope;

  @Option(
      names = "--about",
      paramLabel = "ISSUE",
      description = "Agreements about territory, government or both. Default: all.")
  private @Nullable String about;

  public OutlookCommand(ReferenceShelf shelf) {
    this.rates = CheckedRates.of(shelf);
  }

  @Override
  public Integer call() throws Exception {
    AgreementClass of =
        new AgreementClass(
            constant("--scope", scope, SettlementScope.values()),
            constant("--about", about, Incompatibility.values()));
    return asked.answer(
        (line, view, asOf) -> {
          OutlookAnswer answer =
              OutlookAnswer.of(
                  of, rates::await, view, asked.isOfDay() ? asOf : Forecasts.shown(view, asOf));
          if (asked.isJson()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), answer);
          }
        });
  }

  private <E extends Enum<E>> @Nullable E constant(String option, @Nullable String word, E[] all) {
    if (word == null) {
      return null;
    }
    return Arrays.stream(all)
        .filter(each -> ShippedRates.word(each).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    asked.line(),
                    option
                        + " "
                        + word
                        + " is not known. Maybe one of: "
                        + Arrays.stream(all)
                            .map(ShippedRates::word)
                            .collect(Collectors.joining(", "))));
  }

  private static void print(PrintWriter out, OutlookAnswer answer) {
    out.println(answer.headline());
    out.println(answer.limits());
    out.println();
    out.println(answer.checked());
    answer.definitions().forEach(each -> print(out, each));
    out.println();
    out.println(Messages.current().text("outlook.by-scope"));
    answer.scopes().forEach(each -> print(out, each));
    out.println();
    out.println(answer.model().headline());
    answer.model().horizons().forEach(each -> out.println("  " + each.words()));
    out.println();
    out.println(answer.forecasts());
    answer.expectations().forEach(each -> out.println("  " + each.words()));
    answer.speakers().forEach(each -> out.println("  " + each.words()));
    out.println();
    print(out, answer.team());
    out.println();
    out.println(Messages.current().text("outlook.credit", "edition", answer.edition()));
  }

  private static void print(PrintWriter out, ForecastsAnswer team) {
    out.println(team.headline());
    for (AskedAnswer each : team.questions()) {
      out.println("  " + each.words());
      out.println("    " + each.fateWords() + " " + each.crowdWords());
      each.given().forEach(given -> out.println("    " + given.words()));
    }
    team.forecasters().forEach(each -> out.println("  " + each.words()));
    for (ForecastScoreAnswer each : Arrays.asList(team.crowd(), team.all())) {
      if (each != null) {
        out.println("  " + each.words());
      }
    }
    ForecastScoreAnswer all = team.all();
    if (all != null) {
      out.println("  " + Messages.current().text("forecasts.reliability"));
      all.bins().forEach(each -> out.println("    " + each.words()));
    }
  }

  private static void print(PrintWriter out, RateAnswer rate) {
    OutlookWording words = OutlookWording.current();
    out.println("  " + rate.words());
    for (YearShare each : rate.years()) {
      if (YEARS.contains(each.year())) {
        out.println(
            "    "
                + words.after(each.year())
                + ": "
                + words.percent(each.standing())
                + " ("
                + words.interval(each)
                + ")");
      }
    }
  }
}
