package org.parley.cli.export;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.texts.CommentsAnswer;
import org.parley.answer.texts.CommentsAnswer.AnsweredComment;
import org.parley.answer.texts.CommentsAnswer.CommentReply;
import org.parley.answer.texts.EditAnswer;
import org.parley.board.Board;
import org.parley.cli.CaseOfDay;
import org.parley.document.InstrumentTexts;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.exchange.document.NoSuchTextException;
import org.parley.exchange.document.TextChoice;
import org.parley.exchange.document.WrittenText;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `parley redline CASE [INSTRUMENT]`: what the changes between two versions of a text do.
@Command(
    name = "redline",
    mixinStandardHelpOptions = true,
    description = {
      "What the changes between two versions of a text do: duties that appear, weaken or lose their"
          + " time, references that lead nowhere, figures that change.",
      "Also who agreed to an earlier version."
    },
    footerHeading =
        "%nExit code 0: the consequences. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley redline my-case treaty",
      "  parley redline my-case treaty --from 3 --to 4",
      "  parley redline my-case treaty --comments",
      "  parley redline my-case treaty --json | jq '.consequences[].says'"
    })
public final class RedlineCommand implements Callable<Integer> {

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "INSTRUMENT",
      description = "The id of the instrument. Default: the first that has a text.")
  private @Nullable String instrument;

  @Option(
      names = "--from",
      paramLabel = "NAME",
      description = "The earlier version. Default: the one before.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description = "The later version. Default: the latest.")
  private @Nullable String to;

  @Option(
      names = "--text-language",
      paramLabel = "TAG",
      description = "The language of the text. Default: its first.")
  private @Nullable String textLanguage;

  @Option(
      names = "--comments",
      description = "List every comment on the changes, with its replies. Default: the open ones.")
  private boolean isWithAllComments;

  @Override
  public Integer call() throws Exception {
    return asked.answer(
        (line, view, asOf) -> {
          EditAnswer answer = EditAnswer.of(text(line, view, asOf), Board.of(view, asOf));
          if (asked.isJson()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), answer);
          }
        });
  }

  private WrittenText text(CommandLine line, CaseView view, AsOf asOf) {
    try {
      WrittenText later = new TextChoice(instrument, to, null, textLanguage).in(view, asOf.date());
      String earlier = from == null ? before(line, later) : from;
      return new TextChoice(
              later.instrument().id().value(), later.version().version(), earlier, textLanguage)
          .in(view, asOf.date());
    } catch (NoSuchTextException e) {
      throw ExportTextCommand.refused(line, e);
    }
  }

  private static String before(CommandLine line, WrittenText later) {
    List<AvailableText> texts = InstrumentTexts.of(later.view(), later.instrument()).list();
    int at = texts.indexOf(later.version());
    if (at < 1) {
      throw new ParameterException(
          line,
          "there is no version before \""
              + later.version().version()
              + "\". Maybe name one: --from NAME");
    }
    return texts.get(at - 1).version();
  }

  private void print(PrintWriter out, EditAnswer answer) {
    Messages messages = Messages.current();
    out.println(answer.headline());
    for (EditAnswer.EditConsequence each : answer.consequences()) {
      Integer change = each.change();
      out.println();
      out.println((change == null ? "" : change + ". ") + each.element() + ": " + each.says());
      words(out, messages.text("edit.before"), each.before());
      words(out, messages.text("edit.after"), each.after());
    }
    section(
        out,
        messages.text("edit.effects"),
        answer.effects().stream().map(EditAnswer.EditEffect::says).toList());
    section(
        out,
        messages.text("edit.agreements"),
        answer.agreements().stream().map(EditAnswer.EarlierAgreement::says).toList());
    section(
        out,
        messages.text("edit.linked"),
        answer.linked().stream().map(each -> each.record() + ": " + each.title()).toList());
    comments(out, answer.comments());
  }

  private void comments(PrintWriter out, CommentsAnswer comments) {
    if (comments.threads().isEmpty()) {
      return;
    }
    out.println();
    out.println(Messages.current().text("comments.title") + ": " + comments.says());
    for (AnsweredComment each : comments.threads()) {
      if (isWithAllComments || !each.resolved()) {
        said(out, "   ", line(each), each.text());
        for (CommentReply reply : isWithAllComments ? each.replies() : List.<CommentReply>of()) {
          said(out, "      ", line(reply), Objects.requireNonNullElse(reply.text(), ""));
        }
      }
    }
  }

  private static String line(AnsweredComment of) {
    return Messages.current()
        .text(
            "comments.line",
            "change",
            Objects.requireNonNullElse(of.change(), 0),
            "element",
            Objects.requireNonNullElse(of.element(), ""),
            "resolved",
            of.resolved(),
            "by",
            of.by(),
            "day",
            of.made().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private static String line(CommentReply of) {
    return Messages.current()
        .text(
            "comments.reply-line",
            "by",
            of.by(),
            "day",
            of.made().atOffset(ZoneOffset.UTC).toLocalDate(),
            "decision",
            of.decision() == null ? "none" : of.decision());
  }

  /// Lines of a comment stand below who wrote it.
  private static void said(PrintWriter out, String indent, String who, String words) {
    out.println(indent + who);
    words.lines().forEach(each -> out.println(indent + "   " + each));
  }

  private static void words(PrintWriter out, String label, @Nullable String words) {
    if (words != null) {
      out.println("   " + label + ": " + words);
    }
  }

  private static void section(PrintWriter out, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println(title);
      lines.forEach(each -> out.println("   " + each));
    }
  }
}
