package org.parley.cli.work;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.texts.CommentsAnswer;
import org.parley.answer.texts.CommentsAnswer.AnsweredComment;
import org.parley.answer.texts.CommentsAnswer.CommentReply;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.model.cases.CaseView;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley comments CASE`: the comments of a case.
@Command(
    name = "comments",
    mixinStandardHelpOptions = true,
    description = {
      "The open comments on records and on changes of texts.",
      "Each line has the record it is on, its author and its day."
    },
    footerHeading = "%nExit code 0: the list. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley comments my-case",
      "  parley comments my-case --on art-5 --all",
      "  parley comments my-case --json"
    })
public final class CommentsCommand implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Option(names = "--on", paramLabel = "ID", description = "Those on this record. Default: all.")
  private @Nullable String on;

  @Option(names = "--all", description = "List resolved ones too, and every reply.")
  private boolean isWithAll;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    CommandLine line =
        Objects.requireNonNull(spec, "a command without a specification").commandLine();
    return language.run(
        () -> {
          Optional<CaseView> view = argument.view(line);
          if (view.isEmpty()) {
            return ExitCode.PROBLEMS;
          }
          print(CommentsAnswer.of(view.get(), on, isWithAll), line.getOut());
          return ExitCode.OK;
        });
  }

  private void print(CommentsAnswer answer, PrintWriter out) {
    if (json) {
      out.println(AnswerJson.pretty(answer));
      return;
    }
    Messages messages = Messages.current();
    out.println(messages.text("comments.title") + ": " + answer.says());
    for (AnsweredComment each : answer.threads()) {
      out.println("  " + line(messages, each));
      out.println("    " + each.text().replace("\n", "\n    "));
      if (isWithAll) {
        each.replies().forEach(reply -> out.println("    " + line(messages, reply)));
      }
    }
  }

  private static String line(Messages messages, AnsweredComment each) {
    return messages.text(
        "comments.listed",
        "record",
        each.record().value(),
        "at",
        each.element() == null ? "" : " " + each.element(),
        "resolved",
        each.resolved(),
        "by",
        each.by(),
        "day",
        each.made().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private static String line(Messages messages, CommentReply reply) {
    String said =
        messages.text(
            "comments.reply-line",
            "by",
            reply.by(),
            "day",
            reply.made().atOffset(ZoneOffset.UTC).toLocalDate(),
            "decision",
            reply.decision() == null ? "none" : reply.decision());
    return reply.text() == null ? said : said + ": " + reply.text().replace("\n", "\n    ");
  }
}
