package org.parley.cli.packages;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.packages.RehearsalAnswer;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.cli.ExitCode;
import org.parley.exact.Budget;
import org.parley.wording.RehearsalWording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley rehearse CASE`: what comes out if machines bargain?
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description = {
      "Plays the bargain many times with strategies of the literature, under three deadlines",
      "and point by point in several orders.",
      "An illustration: machines bargain, by the worths on record. The same seeds give the same",
      "answer on any machine."
    },
    footerHeading =
        "%nExit code 0: played. 1: nothing is left to negotiate, or the case has problems. 66: no such"
            + " folder.%n%n",
    footer = {
      "Examples:",
      "  parley rehearse examples/ukraine-2025 --among US,RU",
      "  parley rehearse examples/ukraine-2025 --strategies boulware,conceder --rounds 20",
      "  parley rehearse examples/ukraine-2025 --json | jq .strategies"
    })
public final class RehearseCommand implements Callable<Integer> {

  private static final int MOST_ROUNDS = 1_000;
  private static final long MOST_PLAYS = 1_000_000;

  @Mixin private final PackagesArgument argument = new PackagesArgument();

  @Option(
      names = "--plays",
      paramLabel = "N",
      description = "Play so often, with seeds from 1 on. Default: ${DEFAULT-VALUE}.")
  private long plays = 1_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "The deadline in rounds; also a quarter and four times of it are played. Default:"
              + " ${DEFAULT-VALUE}.")
  private int rounds = 40;

  @Option(
      names = "--strategies",
      paramLabel = "NAME",
      split = ",",
      description =
          "Draw the strategy of each party from these: boulware, conceder, tit-for-tat, micro."
              + " Default: all.")
  private List<String> strategies = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (rounds < 2 || rounds > MOST_ROUNDS || plays < 1 || plays > MOST_PLAYS) {
      throw new ParameterException(
          line,
          "--rounds is "
              + rounds
              + " and --plays is "
              + plays
              + ". Maybe 2 to "
              + MOST_ROUNDS
              + " rounds, and 1 to "
              + MOST_PLAYS
              + " plays");
    }
    RehearsalPlan plan = new RehearsalPlan(chosen(line), rounds, plays, 1);
    return argument.ask(
        line,
        new PackagesArgument.NothingLeft(ExitCode.PROBLEMS, head -> head),
        asked -> {
          RehearsalAnswer answer =
              RehearsalAnswer.of(
                      asked.packages(),
                      plan,
                      Runtime.getRuntime().availableProcessors(),
                      Budget.unlimited())
                  .orElse(null);
          if (answer == null) {
            line.getErr().println(RehearsalWording.nothing());
            return ExitCode.PROBLEMS;
          }
          if (argument.json()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), asked.packages(), answer);
          }
          return ExitCode.OK;
        });
  }

  private List<BargainingStrategy> chosen(CommandLine line) {
    if (strategies.isEmpty()) {
      return List.of(BargainingStrategy.values());
    }
    List<BargainingStrategy> chosen = new ArrayList<>();
    for (String name : strategies) {
      chosen.add(
          Arrays.stream(BargainingStrategy.values())
              .filter(each -> name(each).equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new ParameterException(
                          line,
                          PackagesArgument.unknown(
                              name,
                              "a strategy",
                              Arrays.stream(BargainingStrategy.values())
                                  .map(RehearseCommand::name)
                                  .toList()))));
    }
    return chosen;
  }

  private static String name(BargainingStrategy strategy) {
    return strategy.name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static void print(PrintWriter out, PackageProblem packages, RehearsalAnswer answer) {
    out.println(answer.headline());
    out.println(RehearsalWording.illustration());
    out.println(RehearsalWording.space(answer.packages(), answer.isWhole()));
    out.println();
    answer
        .deadlines()
        .forEach(
            each ->
                out.println(
                    RehearsalWording.deadline(
                        each.rounds(),
                        each.plays(),
                        each.deals(),
                        each.efficient(),
                        each.meanRound())));
    out.println();
    answer
        .orders()
        .forEach(
            each ->
                out.println(
                    RehearsalWording.order(
                        each.order(),
                        packages.matters().stream()
                            .filter(matter -> each.points().contains(matter.point()))
                            .sorted(
                                Comparator.comparingInt(
                                    matter -> each.points().indexOf(matter.point())))
                            .map(PackageProblem.Matter::number)
                            .toList(),
                        new RehearsalWording.Played(each.plays(), each.deals(), each.efficient()),
                        each.meanGap())));
    out.println();
    if (!answer.outcomes().isEmpty()) {
      for (PackageProblem.Seat seat : packages.seats()) {
        out.println(
            RehearsalWording.share(
                seat.label(), Objects.requireNonNull(answer.shares().get(seat.party().value()))));
      }
      out.println();
    }
    answer
        .strategies()
        .forEach(
            each ->
                out.println(
                    RehearsalWording.strategy(
                        each.strategy(), each.plays(), each.deals(), each.share())));
    out.println();
    answer
        .outcomes()
        .forEach(
            each ->
                out.println(
                    RehearsalWording.outcome(
                        each.count(),
                        each.options().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")),
                        each.isEfficient(),
                        each.gap())));
  }
}
