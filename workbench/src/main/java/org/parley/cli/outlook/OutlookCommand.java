package org.parley.cli.outlook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.answer.AnswerJson;
import org.parley.answer.CaseDay;
import org.parley.answer.memo.MemoAnswer;
import org.parley.answer.memo.MemoQuestion;
import org.parley.answer.memo.Memos;
import org.parley.answer.outlook.CheckedRates;
import org.parley.answer.outlook.ForecastsAnswer;
import org.parley.answer.outlook.ForecastsAnswer.AskedAnswer;
import org.parley.answer.outlook.ForecastsAnswer.ForecastScoreAnswer;
import org.parley.answer.outlook.OutlookAnswer;
import org.parley.answer.outlook.OutlookAnswer.RateAnswer;
import org.parley.answer.outlook.ShippedRates;
import org.parley.answer.outlook.WaysAnswer;
import org.parley.answer.outlook.WaysAnswer.WayAnswer;
import org.parley.answer.sources.RestsOnAnswer;
import org.parley.board.Board;
import org.parley.board.Boards;
import org.parley.cli.CaseOfDay;
import org.parley.cli.ExitCode;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.text.TopicCode;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.Forecasts;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;
import org.parley.wording.Messages;
import org.parley.wording.OutlookWording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `parley outlook CASE`: how long other agreements stood.
@Command(
    name = "outlook",
    mixinStandardHelpOptions = true,
    description =
        "How long other agreements stood, by three definitions, for the class that is named; or a"
            + " memo on a question.",
    footerHeading = "%nExit code 0: the answer. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley outlook examples/ukraine-2025",
      "  parley outlook examples/ukraine-2025 --scope full --about territory",
      "  parley outlook examples/ukraine-2025 --topic SsrGua",
      "  parley outlook examples/ukraine-2025 --json | jq .definitions",
      "  parley outlook examples/ukraine-2025 ways",
      "  parley outlook examples/ukraine-2025 --question burden",
      "  parley outlook examples/ukraine-2025 --question accord --out accord.pdf"
    })
public final class OutlookCommand implements Callable<Integer> {

  private static final String WAYS = "ways";
  private static final List<Integer> YEARS = List.of(1, 2, 5, 10);

  private final CheckedRates rates;
  private final MemoPrinter printer;

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ways",
      description =
          "How the talks can go instead, who would have to move, and what would move most.")
  private @Nullable String instead;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description =
          "Agreements of this scope: full, partial, process or any. Default: as the case has it.")
  private @Nullable String scope;

  @Option(
      names = "--about",
      paramLabel = "ISSUE",
      description =
          "Agreements about territory, government, both or any. Default: as the case has it.")
  private @Nullable String about;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description =
          "Agreements of this stage, as PA-X codes it: prenegotiation, ceasefire, partial,"
              + " comprehensive, implementation, renewal, other or any. Default: as the case has"
              + " it.")
  private @Nullable String stage;

  @Option(
      names = "--topic",
      paramLabel = "CODES",
      split = ",",
      description =
          "Agreements with all these PA-X topics: SsrGua,StBor; or any. Default: as the case has"
              + " it.")
  private @Nullable List<String> topics;

  @Option(
      names = "--question",
      paramLabel = "QUESTION",
      description =
          "A memo instead: accord (or stalemate), burden (who bears it), or effects (on"
              + " energy and food).")
  private @Nullable String question;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --question: write the memo as FILE.pdf. An existing file is kept.")
  private @Nullable Path file;

  /// Prints memos. The pages have the layout; the command only names the file.
  public interface MemoPrinter {

    /// Writes the memo of a question as PDF, in the current language.
    void pdf(CaseView view, AsOf asOf, MemoQuestion question, OutputStream to) throws IOException;
  }

  public OutlookCommand(ReferenceShelf shelf, MemoPrinter printer) {
    this.rates = CheckedRates.of(shelf);
    this.printer = printer;
  }

  @Override
  public Integer call() throws Exception {
    String answered = instead;
    if (answered != null) {
      if (!answered.equals(WAYS)) {
        throw new ParameterException(
            asked.line(), answered + " is not known. Maybe ways, or --question and a memo");
      }
      return ways();
    }
    Path to = file;
    if (question != null) {
      MemoQuestion memo = constant("--question", question, MemoQuestion.values());
      return memo == null ? ExitCode.USAGE : to == null ? memo(memo) : written(memo, to);
    }
    if (to != null) {
      throw new ParameterException(
          asked.line(), "--out writes a memo. Maybe name one with --question");
    }
    SettlementScope settles = constant("--scope", scope, SettlementScope.values());
    Incompatibility issue = constant("--about", about, Incompatibility.values());
    AgreementStage concluded = constant("--stage", stage, AgreementStage.values());
    List<String> named = topics();
    return asked.answer(
        (line, view, asOf) -> {
          AgreementClass recorded = AgreementClass.of(view.info().comparison());
          AgreementClass of =
              new AgreementClass(
                  scope == null ? recorded.scope() : settles,
                  about == null ? recorded.issue() : issue,
                  stage == null ? recorded.stage() : concluded,
                  named == null ? recorded.topics() : named);
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

  /// The topics named, none for `any`; null if the case chooses.
  private @Nullable List<String> topics() {
    List<String> codes = topics;
    if (codes == null || codes.equals(List.of(ShippedRates.word(null)))) {
      return codes == null ? null : List.of();
    }
    for (String each : codes) {
      if (!TopicCode.isOne(each)) {
        throw new ParameterException(
            asked.line(), "--topic " + each + " is not a PA-X topic code. Maybe write SsrGua");
      }
    }
    return codes;
  }

  private Integer ways() throws Exception {
    return asked.answer(
        (line, view, asOf) -> {
          WaysAnswer answer =
              WaysAnswer.of(
                  Board.of(view, asOf),
                  asked.isOfDay() ? asOf : Forecasts.shown(view, asOf),
                  rates::await,
                  Budget.unlimited());
          if (asked.isJson()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), answer);
          }
        });
  }

  private Integer memo(MemoQuestion memo) throws Exception {
    return asked.answer(
        (line, view, asOf) -> {
          MemoAnswer answer = Memos.of(memo, basis(view, asOf));
          if (asked.isJson()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), answer);
          }
        });
  }

  private Memos.MemoBasis basis(CaseView view, AsOf asOf) {
    Boards boards = Boards.of(view);
    Board board = boards.at(asOf);
    AsOf planned = asked.isOfDay() ? asOf : AsOf.of(CaseDay.planned(view, boards.acts()));
    ActLedger acts = boards.acts().at(planned);
    return new Memos.MemoBasis(
        view,
        board,
        acts,
        RestsOnAnswer.find(view, board),
        CheckedRates.shipped()::find,
        AgreementClass.of(view.info().comparison()),
        () -> Memos.simulated(view, acts));
  }

  private Integer written(MemoQuestion memo, Path to) throws Exception {
    String name = to.toString();
    if (!name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      throw new ParameterException(
          asked.line(), "--out " + name + " does not end in .pdf. Maybe " + name + ".pdf");
    }
    try {
      return asked.answer(
          (line, view, asOf) -> {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            printer.pdf(view, asOf, memo, pdf);
            Files.write(to, pdf.toByteArray(), StandardOpenOption.CREATE_NEW);
            line.getOut().println(Messages.current().text("memo.written", "file", name));
          });
    } catch (FileAlreadyExistsException _) {
      asked.line().getErr().println(name + " is there already. Maybe choose another name.");
      return ExitCode.PROBLEMS;
    } catch (IOException problem) {
      asked
          .line()
          .getErr()
          .println(
              "Writing " + name + ": " + problem.getMessage() + ". Maybe the folder is missing.");
      return ExitCode.PROBLEMS;
    }
  }

  private static void print(PrintWriter out, MemoAnswer memo) {
    Messages messages = Messages.current();
    out.println(memo.title());
    out.println(memo.headline());
    if (!memo.standfirst().isEmpty()) {
      out.println(memo.standfirst());
    }
    if (!memo.figures().isEmpty()) {
      out.println();
      memo.figures().forEach(each -> out.println("  " + each.value() + "  " + each.words()));
    }
    for (MemoAnswer.MemoPart part : memo.parts()) {
      out.println();
      out.println(part.heading());
      part.lines().forEach(each -> out.println("  " + each));
    }
    out.println();
    out.println(messages.text("memo.unsaid"));
    memo.unsaid().forEach(each -> out.println("  " + each));
    out.println();
    out.println(messages.text("memo.rests-on"));
    out.println("  " + (memo.restsOn().isEmpty() ? messages.text("memo.nothing") : memo.restsOn()));
    memo.sources().forEach(each -> out.println("  " + each));
  }

  private <E extends Enum<E>> @Nullable E constant(String option, @Nullable String word, E[] all) {
    if (word == null || word.equals(ShippedRates.word(null))) {
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
    out.println(answer.compared());
    out.println();
    out.println(answer.checked());
    answer.definitions().forEach(each -> print(out, each));
    if (!answer.scopes().isEmpty()) {
      out.println();
      out.println(Messages.current().text("outlook.by-scope"));
      answer.scopes().forEach(each -> print(out, each));
    }
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

  private static void print(PrintWriter out, WaysAnswer answer) {
    out.println(answer.headline());
    out.println(answer.method());
    String left = answer.left();
    if (left != null) {
      out.println(left);
    }
    for (WayAnswer way : answer.ways()) {
      out.println();
      out.println(way.title() + ". " + way.rule());
      out.println("  " + way.needs());
      way.movers().forEach(each -> out.println("    " + each.words()));
      way.choices().forEach(each -> out.println("    " + each));
      way.texts().forEach(each -> out.println("    " + each.words()));
      way.rates().forEach(each -> out.println("  " + each.words()));
      for (String none : Arrays.asList(way.noRate(), way.nobody())) {
        if (none != null) {
          out.println("  " + none);
        }
      }
      way.chances().forEach(each -> out.println("  " + each.words()));
    }
    if (!answer.values().isEmpty()) {
      out.println();
      out.println(Messages.current().text("ways.values"));
      answer.values().forEach(each -> out.println("  " + each.words()));
    }
    if (!answer.approvals().isEmpty()) {
      out.println();
      out.println(Messages.current().text("ways.approvals"));
      answer.approvals().forEach(each -> out.println("  " + each.words()));
    }
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
