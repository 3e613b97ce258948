package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.model.CaseRecord;
import org.parley.model.RecordSubject;
import org.parley.model.Visibility;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentSubject;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.board.ComparedTextsPage;
import org.parley.web.comment.Colleagues;
import org.parley.web.comment.CommentDraft;
import org.parley.web.comment.CommentForms;
import org.parley.web.comment.CommentInput;
import org.parley.web.comment.CommentsPage;
import org.parley.web.comment.DiscussionPage;
import org.parley.web.comment.RecordComments;
import org.parley.web.service.CaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RoleForbidden;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.Language;

/// Comments on records and on changes of texts, and replies to them.
final class CommentRoutes {

  private final CaseService service;
  private final Templates templates;
  private final Colleagues colleagues;
  private final InstantSource clock = InstantSource.system();

  CommentRoutes(CaseService service, Templates templates, Colleagues colleagues) {
    this.service = service;
    this.templates = templates;
    this.colleagues = colleagues;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.add(
        new Route(
            "POST",
            Address.COMPARED_TEXTS.path(),
            Access.WRITE,
            Kind.PAGE,
            "comments on a change, or answers a comment"),
        pages.shows(this::saveOnChange));
    routes.page(
        Address.COMMENTS,
        "the comments of the case",
        pages.shows(
            (ctx, _, open) ->
                templates.show(
                    ctx,
                    "comments",
                    CommentsPage.of(
                        open.onPageIn(Language.current()), new Query(ctx.queryParamMap())))));
    routes.page(Address.DISCUSSION, "the comments on a record", pages.shows(this::show));
    routes.add(
        new Route(
            "POST",
            Address.DISCUSSION.path(),
            Access.WRITE,
            Kind.PAGE,
            "comments on a record, or answers a comment"),
        pages.shows(this::saveOnRecord));
  }

  /// Shows the comments on a record; of a comment, those in whose midst it stands.
  private void show(Context ctx, Visitor visitor, OpenCase open) {
    DiscussionPage page = discussion(ctx, visitor, open, CommentDraft.NONE);
    if (page.comments().record() instanceof Comment comment) {
      ctx.redirect(CommentsPage.address(open.view(), comment), HttpStatus.SEE_OTHER);
      return;
    }
    templates.show(ctx, "discussion", page);
  }

  private DiscussionPage discussion(
      Context ctx, Visitor visitor, OpenCase open, CommentDraft typed) {
    OpenCase shown = open.onPageIn(Language.current());
    CaseRecord record =
        shown
            .view()
            .find(ctx.pathParam("id"))
            .orElseThrow(() -> NotOnRecord.ofRecord(open.view(), ctx.pathParam("id")));
    return new DiscussionPage(
        RecordComments.of(
            shown,
            record,
            new CommentForms(shown.view(), visitor, typed),
            colleagues.known(visitor)));
  }

  /// The page that a comment was written on.
  ///
  /// @param shows shows it again, with what was typed
  /// @param address the address of a thread on it
  private record Origin(Consumer<CommentDraft> shows, Function<CommentId, String> address) {}

  /// The object of a comment or reply.
  ///
  /// @param subject the change or record; null for a reply
  /// @param widest who sees it
  private record Target(@Nullable CommentSubject subject, Visibility widest) {}

  private void saveOnChange(Context ctx, Visitor visitor, OpenCase open) {
    CommentInput sent = sent(ctx);
    ComparedTextsPage page =
        ComparedTextsPage.of(
            open.onPageIn(Language.current()), ctx.pathParam("id"), new Query(ctx.formParamMap()));
    Origin origin =
        new Origin(
            typed -> templates.show(ctx, "comparedtexts", page.commentedBy(visitor, typed)),
            page.comments()::address);
    save(
        ctx,
        visitor,
        open,
        origin,
        sent,
        page.change(sent.element(), sent.removed())
            .map(each -> new Target(page.comments().subject(each), page.comments().readers(each))));
  }

  private void saveOnRecord(Context ctx, Visitor visitor, OpenCase open) {
    CommentInput sent = sent(ctx);
    CaseRecord record = discussion(ctx, visitor, open, CommentDraft.NONE).comments().record();
    Origin origin =
        new Origin(
            typed -> templates.show(ctx, "discussion", discussion(ctx, visitor, open, typed)),
            thread -> Link.to(Address.DISCUSSION, record.id()) + "#thread-" + thread);
    Optional<Target> target =
        record.id() instanceof RecordSubject on
            ? Optional.of(new Target(new CommentSubject.WholeRecord(on), record.visibility()))
            : Optional.empty();
    save(ctx, visitor, open, origin, sent, target);
  }

  private static CommentInput sent(Context ctx) {
    if (!Visit.current().may().add("comments")) {
      throw new RoleForbidden();
    }
    return CommentInput.of(ctx.formParamMap());
  }

  /// @param first what a comment that answers none is on; empty if it is gone
  private void save(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      Origin origin,
      CommentInput sent,
      Optional<Target> first) {
    Optional<Target> target =
        sent.replyTo().isEmpty()
            ? first
            : sent.answered(open.view()).map(each -> new Target(null, each.visibility()));
    if (target.isEmpty()) {
      refuse(ctx, origin, sent, Say.text("comments.gone"));
      return;
    }
    CommentForms forms = new CommentForms(open.view(), visitor, CommentDraft.NONE);
    Optional<Visibility> readers = sent.visibility(forms, visitor, target.get().widest());
    if (readers.isEmpty()) {
      refuse(ctx, origin, sent, Say.text("comments.readers"));
      return;
    }
    Optional<String> unreached = colleagues.unreached(visitor, sent.text(), readers.get());
    if (unreached.isPresent()) {
      refuse(ctx, origin, sent, Say.text("comments.unreached", "name", unreached.get()));
      return;
    }
    add(
        ctx,
        visitor,
        origin,
        sent,
        sent.comment(open.view(), visitor, target.get().subject(), readers.get(), clock.instant()));
  }

  private void add(
      Context ctx, Visitor visitor, Origin origin, CommentInput sent, Comment comment) {
    CommentId thread = Objects.requireNonNullElse(comment.replyTo(), comment.id());
    List<CaseEdit> edits = List.of(new CaseEdit.Add(comment, null));
    switch (service.change(visitor, edits, "", Map.of())) {
      case SaveOutcome.Saved _ -> ctx.redirect(origin.address.apply(thread), HttpStatus.SEE_OTHER);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
          refuse(ctx, origin, sent, Say.sentence(troubles.getFirst().sentence()));
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          refuse(ctx, origin, sent, Say.text("comments.again"));
    }
  }

  private static void refuse(Context ctx, Origin origin, CommentInput sent, String problem) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    origin.shows.accept(new CommentDraft(sent.key(), sent.text(), sent.readers(), problem));
  }
}
