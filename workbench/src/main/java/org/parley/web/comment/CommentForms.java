package org.parley.web.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormVisibility;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentThread;
import org.parley.web.edit.ReaderChoices;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.web.view.Visit;

/// The forms of a page in which a visitor comments and replies.
///
/// @param view the case
/// @param visitor the visitor; null if nobody can comment here
/// @param typed what was sent and not saved
public record CommentForms(CaseView view, @Nullable Visitor visitor, CommentDraft typed) {

  /// The choice of the readers of the comment that is answered.
  public static final String SAME = "same";

  /// Whether the visitor may comment.
  public boolean areOpen() {
    return visitor != null && Visit.current().may().add("comments");
  }

  /// The readers to choose from for a comment, the narrowest first.
  ///
  /// @param widest who sees what it is on
  public List<Choice> choices(Visibility widest) {
    Visitor by = Objects.requireNonNull(visitor, "nobody comments here");
    return ReaderChoices.of(view, by, "sheet.readers.", false).stream()
        .filter(each -> readers(by, each.value()).filter(widest::covers).isPresent())
        .toList();
  }

  /// The readers to choose from for a reply: those of the comment, then fewer.
  public List<Choice> replies(CommentThread thread) {
    Visibility widest = thread.first().visibility();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(SAME, Say.readers(view, widest)));
    String same = FormVisibility.word(widest);
    choices(widest).stream().filter(each -> !each.value().equals(same)).forEach(choices::add);
    return List.copyOf(choices);
  }

  /// The readers that a choice means; empty if it is none.
  static Optional<Visibility> readers(Visitor visitor, String choice) {
    PartyId own = visitor.party();
    return FormVisibility.find(choice, own == null ? "" : own.value());
  }

  /// The author of a comment, with the delegation whose ids it has.
  public String author(Comment comment) {
    return Rights.author(view, comment.id().value())
        .map(
            each -> Say.text("comments.author", "by", comment.by(), "party", Say.party(view, each)))
        .orElse(comment.by());
  }
}
