package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.model.Visibility;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentSubject;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.board.ComparedTextsPage;
import org.parley.web.comment.CommentDraft;
import org.parley.web.comment.CommentForms;
import org.parley.web.comment.CommentInput;
import org.parley.web.service.CaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RoleForbidden;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.Language;

/// Comments on changes of texts, and replies to them.
final class CommentRoutes {

  private final CaseService service;
  private final Templates templates;
  private final InstantSource clock = InstantSource.system();

  CommentRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    routes.add(
        new Route(
            "POST",
            Address.COMPARED_TEXTS.path(),
            Access.WRITE,
            Kind.PAGE,
            "comments on a change, or answers a comment"),
        new WithCase(service, templates).shows(this::save));
  }

  private void save(Context ctx, Visitor visitor, OpenCase open) {
    if (!Visit.current().may().add("comments")) {
      throw new RoleForbidden();
    }
    CommentInput sent = CommentInput.of(ctx.formParamMap());
    ComparedTextsPage page =
        ComparedTextsPage.of(
            open.onPageIn(Language.current()), ctx.pathParam("id"), new Query(ctx.formParamMap()));
    Optional<Target> target = target(open, page, sent);
    if (target.isEmpty()) {
      refuse(ctx, visitor, page, sent, Say.text("comments.gone"));
      return;
    }
    CommentForms forms = new CommentForms(open.view(), visitor, CommentDraft.NONE);
    Optional<Visibility> readers = sent.visibility(forms, visitor, target.get().widest());
    if (readers.isEmpty()) {
      refuse(ctx, visitor, page, sent, Say.text("comments.readers"));
      return;
    }
    add(
        ctx,
        visitor,
        page,
        sent,
        sent.comment(open.view(), visitor, target.get().subject(), readers.get(), clock.instant()));
  }

  /// The object of a comment or reply.
  ///
  /// @param subject the change; null for a reply
  /// @param widest who sees it
  private record Target(@Nullable CommentSubject subject, Visibility widest) {}

  private static Optional<Target> target(OpenCase open, ComparedTextsPage page, CommentInput sent) {
    return sent.replyTo().isEmpty()
        ? page.change(sent.element(), sent.removed())
            .map(each -> new Target(page.comments().subject(each), page.comments().readers(each)))
        : sent.answered(open.view()).map(each -> new Target(null, each.visibility()));
  }

  private void add(
      Context ctx, Visitor visitor, ComparedTextsPage page, CommentInput sent, Comment comment) {
    CommentId thread = Objects.requireNonNullElse(comment.replyTo(), comment.id());
    List<CaseEdit> edits = List.of(new CaseEdit.Add(comment, null));
    switch (service.change(visitor, edits, "", Map.of())) {
      case SaveOutcome.Saved _ ->
          ctx.redirect(page.comments().address(thread), HttpStatus.SEE_OTHER);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
          refuse(ctx, visitor, page, sent, Say.sentence(troubles.getFirst().sentence()));
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          refuse(ctx, visitor, page, sent, Say.text("comments.again"));
    }
  }

  private void refuse(
      Context ctx, Visitor visitor, ComparedTextsPage page, CommentInput sent, String problem) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    CommentDraft typed = new CommentDraft(sent.key(), sent.text(), sent.readers(), problem);
    templates.show(ctx, "comparedtexts", page.commentedBy(visitor, typed));
  }
}
