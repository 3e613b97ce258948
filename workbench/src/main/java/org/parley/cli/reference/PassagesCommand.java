package org.parley.cli.reference;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.answer.AnswerJson;
import org.parley.answer.reference.PassagesAnswer;
import org.parley.answer.reference.PassagesAnswer.QuotedPassage;
import org.parley.cli.CaseOfDay;
import org.parley.corpus.Corpus;
import org.parley.corpus.PassageQuery;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.model.text.Point;
import org.parley.wording.PrecedentWording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `parley passages CASE POINT`: what the texts of other agreements say on a point.
@Command(
    name = "passages",
    mixinStandardHelpOptions = true,
    description = {
      "What your own texts of other agreements say on the topics of a point, word for word.",
      "Texts are added with: parley reference add FOLDER"
    },
    footerHeading =
        "%nExit code 0: the passages. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley passages examples/ukraine-2025 p5",
      "  parley passages examples/ukraine-2025 p5 p13 --words \"joint commission\"",
      "  parley passages my-case p2 --json | jq '.passages[].quotation'"
    })
public final class PassagesCommand implements Callable<Integer> {

  private static final int SHOWN = 10;

  private final ReferenceShelf shelf;

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "POINT", description = "The points.")
  private List<String> points = new ArrayList<>();

  @Option(
      names = "--words",
      paramLabel = "WORDS",
      description = "Passages with one of these words; a phrase stands in quotation marks.")
  private String words = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many passages to print. Default: " + SHOWN + ".")
  private int limit = SHOWN;

  public PassagesCommand(ReferenceShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Integer call() throws Exception {
    if (limit < 0 || limit > PassageQuery.MOST) {
      throw new ParameterException(
          asked.line(),
          "--limit "
              + limit
              + " is not between 0 and "
              + PassageQuery.MOST
              + ". Maybe leave it out");
    }
    return asked.answer(
        (line, view, _) -> {
          List<Point> all =
              points.stream()
                  .distinct()
                  .map(each -> PointArgument.of(view, each, asked.line()))
                  .toList();
          PassagesAnswer answer = PassagesAnswer.of(all, words, limit, Corpus.of(shelf));
          if (asked.isJson()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), answer);
          }
        });
  }

  private static void print(PrintWriter out, PassagesAnswer answer) {
    PrecedentWording wording = PrecedentWording.current();
    out.println(answer.headline());
    for (QuotedPassage each : answer.passages()) {
      out.println();
      out.println(each.title());
      String address = each.address();
      out.println(
          "  "
              + wording.place(each.heading(), each.paragraph(), each.file())
              + (address == null ? "" : "  " + address));
      out.println("  \u201c" + each.quotation() + "\u201d");
    }
    out.println();
    answer.notes().forEach(out::println);
  }
}
