package org.parley.cli.reference;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.findings.PrecedentFindings;
import org.parley.answer.reference.PrecedentsAnswer;
import org.parley.cli.CaseOfDay;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Spelling;
import org.parley.model.text.Point;
import org.parley.proof.FindingFile;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.ConflictKind;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `parley precedents CASE POINT`: what others agreed on a point, and what became of it.
@Command(
    name = "precedents",
    mixinStandardHelpOptions = true,
    description = {
      "What others agreed on the topics of a point, how often it was done, and what became of it.",
      "Several points: agreements with the topics of all of them."
    },
    footerHeading =
        "%nExit code 0: the precedents. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley precedents examples/ukraine-2025 p5",
      "  parley precedents examples/ukraine-2025 p5 p13 --scope interstate",
      "  parley precedents examples/ukraine-2025 p14 --option p14-zone-mutual",
      "  parley precedents my-case p2 --rows                  with the numbers behind each count",
      "  parley precedents my-case p2 --finding > p2.json     for parley verify-finding",
      "  parley precedents my-case p2 --limit 1000 --json | jq '.precedents[].title'"
    })
public final class PrecedentsCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  private final ReferenceShelf shelf;

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "POINT", description = "The points.")
  private List<String> points = new ArrayList<>();

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "Near is: interstate, mixed, intrastate or local.")
  private @Nullable AgreementScope scope;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Near is: a conflict about government, territory, both, or between groups.")
  private @Nullable ConflictKind kind;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description =
          "Near is: prenegotiation, ceasefire, partial, comprehensive, implementation or renewal.")
  private @Nullable AgreementStage stage;

  @Option(
      names = "--option",
      paramLabel = "OPTION",
      description = "Agreements that also have the topics of this way to settle the first point.")
  private @Nullable String way;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many agreements to list. Default: " + SHOWN + ".")
  private int limit = SHOWN;

  @Option(names = "--rows", description = "Print the numbers of the agreements behind each count.")
  private boolean hasRows;

  @Option(names = "--finding", description = "Print the counts as a finding, for verify-finding.")
  private boolean isFinding;

  public PrecedentsCommand(ReferenceShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Integer call() throws Exception {
    if (limit < 0) {
      throw new ParameterException(
          asked.line(), "--limit " + limit + " is less than 0. Maybe leave it out");
    }
    return asked.answer(
        (line, view, _) -> {
          List<Point> all =
              points.stream()
                  .distinct()
                  .map(each -> PointArgument.of(view, each, asked.line()))
                  .toList();
          if (isFinding) {
            finding(all, line);
            return;
          }
          PrecedentsAnswer answer =
              PrecedentsAnswer.of(all, way(all.getFirst()), traits(view), shelf.contents());
          if (asked.isJson()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), view, answer);
          }
        });
  }

  private void finding(List<Point> all, CommandLine line) {
    FindingFile file =
        PrecedentFindings.find(all, way(all.getFirst()), shelf)
            .orElseThrow(
                () ->
                    new ParameterException(
                        line, "The points have no topics. Maybe give them PA-X codes first"));
    line.getOut().println(file.toJson());
  }

  /// The traits named; the others as the case has them.
  private PrecedentsAnswer.PrecedentTraits traits(CaseView view) {
    PrecedentsAnswer.PrecedentTraits recorded =
        PrecedentsAnswer.PrecedentTraits.of(view.info().comparison(), 0, limit);
    return new PrecedentsAnswer.PrecedentTraits(
        scope == null ? recorded.scope() : scope,
        kind == null ? recorded.kind() : kind,
        stage == null ? recorded.stage() : stage,
        0,
        limit);
  }

  private org.parley.model.text.@Nullable Option way(Point point) {
    String id = way;
    if (id == null) {
      return null;
    }
    List<String> known = point.options().stream().map(each -> each.id().value()).toList();
    return point.options().stream()
        .filter(each -> each.id().value().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    asked.line(),
                    "\""
                        + id
                        + "\" is no option of "
                        + point.id()
                        + ". Maybe "
                        + Spelling.nearest(id, known)
                            .map(each -> "you meant " + each)
                            .orElse("one of: " + String.join(", ", known))));
  }

  private void print(PrintWriter out, CaseView view, PrecedentsAnswer answer) {
    Messages messages = Messages.current();
    out.println(
        messages.text(
            "precedents.title-of",
            "points",
            answer.points().stream().map(each -> view.get(each).title().text()).toList()));
    out.println();
    out.println(answer.headline());
    if (!answer.topics().isEmpty()) {
      out.println();
      out.println(messages.text("precedents.topics-h"));
      for (PrecedentsAnswer.TopicCount each : answer.topics()) {
        out.printf(
            Locale.ROOT,
            "  %-9s %-44s %s%s%s%s%s%n",
            each.code(),
            each.words(),
            share(each.all().count(), each.all().total()),
            messages.pattern("semicolon"),
            messages.text("precedents.interstate").toLowerCase(Locale.ROOT),
            messages.pattern("colon"),
            share(each.interstate().count(), each.interstate().total()));
        rows(out, each.all().rows());
      }
    }
    PrecedentsAnswer.RowCount together = answer.together();
    if (together != null) {
      rows(out, together.rows());
    }
    if (!answer.done().isEmpty()) {
      out.println();
      out.println(messages.text("precedents.done-h"));
      for (PrecedentsAnswer.DoneShares each : answer.done()) {
        out.println("  " + each.words());
        for (PrecedentsAnswer.DoneShare year : each.years()) {
          out.printf(
              Locale.ROOT,
              "    %-14s %s%n",
              messages.text("precedents.year", "year", year.year()),
              share(year.done(), year.followed()));
          rows(out, year.rows());
        }
      }
    }
    if (!answer.precedents().isEmpty()) {
      out.println();
      out.println(
          messages.text("precedents.list-h")
              + messages.pattern("colon")
              + messages.text(
                  "precedents.shown",
                  "from",
                  1,
                  "to",
                  answer.precedents().size(),
                  "found",
                  answer.found()));
      for (PrecedentsAnswer.ListedPrecedent each : answer.precedents()) {
        Integer number = each.agreement();
        out.println(
            "  " + each.date() + "  " + each.title() + (number == null ? "" : " [" + number + "]"));
        String process = each.process();
        out.println(
            "              "
                + (process == null ? String.join(", ", each.parties()) : process)
                + messages.pattern("semicolon")
                + each.words());
        if (!each.grades().isEmpty()) {
          out.println(
              "              "
                  + messages.text("precedents.grade")
                  + " "
                  + String.join(
                      ", ",
                      each.grades().entrySet().stream()
                          .map(grade -> grade.getKey() + " " + grade.getValue())
                          .toList()));
        }
        each.courses().forEach(course -> out.println("              " + course.words()));
        each.points().forEach(point -> out.println("              " + point.words()));
        String document = each.document();
        if (document != null) {
          out.println("              " + document);
        }
        String address = each.address();
        if (address != null) {
          out.println("              " + address);
        }
      }
    }
    out.println();
    answer.notes().forEach(out::println);
  }

  private void rows(PrintWriter out, List<Integer> rows) {
    if (hasRows && !rows.isEmpty()) {
      out.println("      " + String.join(" ", rows.stream().map(each -> each.toString()).toList()));
    }
  }

  private static String share(int count, int total) {
    return Messages.current().text("precedents.share", "count", count, "total", total);
  }
}
