package org.parley.web.comment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentSubject;
import org.parley.model.date.ZonedMoment;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;

/// A comment or reply as it was sent.
///
/// @param replyTo the id of the comment that it answers; empty for none
/// @param element the id of the element that it is on; empty for a reply
/// @param removed whether the element is in the earlier text alone
/// @param text its words
/// @param readers the chosen readers; empty for the narrowest choice
/// @param action `resolve`, `reopen`, or a mere remark
public record CommentInput(
    String replyTo, String element, boolean removed, String text, String readers, String action) {

  /// A moment further ahead is that of another clock.
  private static final Duration MOST_AHEAD = Duration.ofSeconds(10);

  /// Reads a form.
  public static CommentInput of(Map<String, List<String>> form) {
    return new CommentInput(
        text(form, "replyTo"),
        text(form, "element"),
        text(form, "removed").equals("true"),
        text(form, "text").strip(),
        text(form, "readers"),
        text(form, "do"));
  }

  private static String text(Map<String, List<String>> form, String name) {
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// The key of the form that it was sent in.
  public String key() {
    return replyTo.isEmpty() ? key(element, removed) : replyTo;
  }

  /// The key of the form of a change.
  public static String key(String element, boolean removed) {
    return (removed ? "removed/" : "element/") + element;
  }

  /// The comment that a reply answers; empty if it is not on record.
  public Optional<Comment> answered(CaseView view) {
    return Id.SYNTAX.matcher(replyTo).matches()
        ? view.find(replyTo)
            .filter(Comment.class::isInstance)
            .map(Comment.class::cast)
            .filter(Comment::isFirst)
        : Optional.empty();
  }

  /// Who is to see it; empty if the choice is none of those offered.
  ///
  /// @param widest who sees what it is on, or the comment that it answers
  public Optional<Visibility> visibility(CommentForms forms, Visitor visitor, Visibility widest) {
    if (!replyTo.isEmpty() && (readers.isEmpty() || readers.equals(CommentForms.SAME))) {
      return Optional.of(widest);
    }
    String chosen = readers.isEmpty() ? forms.choices(widest).getFirst().value() : readers;
    return CommentForms.readers(visitor, chosen).filter(widest::covers);
  }

  /// The comment to add.
  ///
  /// @param subject what it is on; null for a reply
  public Comment comment(
      CaseView view,
      Visitor visitor,
      @Nullable CommentSubject subject,
      Visibility visibility,
      Instant now) {
    return new Comment(
        new CommentId(freeId(view, visitor)),
        subject,
        subject == null ? new CommentId(replyTo) : null,
        text.isEmpty() ? null : text.replace("\r\n", "\n"),
        subject == null ? decision() : null,
        visitor.name(),
        new ZonedMoment(made(view, now.truncatedTo(ChronoUnit.SECONDS)).toString()),
        visibility);
  }

  /// The moment of a comment: replies of one second keep their order, since the last decision
  /// counts.
  private Instant made(CaseView view, Instant now) {
    Instant made = now;
    for (Comment each : view.comments()) {
      Instant before = each.made().instant();
      boolean isInThread =
          each.id().value().equals(replyTo)
              || (each.replyTo() != null && each.replyTo().value().equals(replyTo));
      if (isInThread && !before.isBefore(made) && before.isBefore(now.plus(MOST_AHEAD))) {
        made = before.plusSeconds(1);
      }
    }
    return made;
  }

  private Comment.@Nullable Decision decision() {
    return switch (action.toLowerCase(Locale.ROOT)) {
      case "resolve" -> Comment.Decision.RESOLVED;
      case "reopen" -> Comment.Decision.REOPENED;
      default -> null;
    };
  }

  private static String freeId(CaseView view, Visitor visitor) {
    String stem = Rights.beginningOfIds(visitor) + "comment-";
    int number = 1;
    while (view.find(stem + number).isPresent() || view.findWhole(stem + number).isPresent()) {
      number++;
    }
    return stem + number;
  }
}
