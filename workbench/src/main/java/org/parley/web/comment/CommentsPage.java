package org.parley.web.comment;

import java.util.List;
import java.util.Optional;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentSubject;
import org.parley.model.comment.CommentThread;
import org.parley.web.edit.RecordTitles;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;

/// Every comment of a case, the latest first.
///
/// @param open the case
/// @param show the state to filter by: `open`, `resolved` or `all`
/// @param all the threads of every state
/// @param page the page shown, from 1
public record CommentsPage(OpenCase open, String show, List<CommentThread> all, int page) {

  /// The states to filter by, the default first.
  public static final List<String> STATES = List.of("open", "resolved", "all");

  private static final int PAGE_SIZE = 50;

  public CommentsPage {
    all = List.copyOf(all);
  }

  /// The page an address asks for.
  public static CommentsPage of(OpenCase open, Query query) {
    String asked = query.oneOf("show", STATES);
    List<CommentThread> all = CommentThread.of(open.view().comments()).reversed();
    CommentsPage first = new CommentsPage(open, asked == null ? STATES.getFirst() : asked, all, 1);
    return new CommentsPage(open, first.show, all, query.number("page", 1, first.pages(), 1));
  }

  public Frame frame() {
    return Frame.of(Say.text("comments.title"), open.view().info(), "comments");
  }

  /// How many are open.
  public int openCount() {
    return CommentThread.open(all);
  }

  /// The filters with their labels.
  public List<Choice> choices() {
    return STATES.stream()
        .map(each -> new Choice(each, Say.text("comments.show", "state", each)))
        .toList();
  }

  private List<CommentThread> filtered() {
    return all.stream()
        .filter(each -> show.equals("all") || each.isResolved() == show.equals("resolved"))
        .toList();
  }

  /// How many pages there are.
  public int pages() {
    return Math.max(1, (filtered().size() + PAGE_SIZE - 1) / PAGE_SIZE);
  }

  /// The address of another page of the list.
  public String url(int other) {
    return Link.to(Address.COMMENTS) + "?show=" + show + "&page=" + other;
  }

  /// The threads shown, the latest first.
  public List<CommentThread> shown() {
    List<CommentThread> filtered = filtered();
    return filtered.subList((page - 1) * PAGE_SIZE, Math.min(filtered.size(), page * PAGE_SIZE));
  }

  /// The title of the object of a thread.
  public String title(CommentThread thread) {
    return record(thread)
        .map(each -> RecordTitles.onPage(open, each))
        .orElse(thread.first().id().value());
  }

  /// The record that a thread is on; for a change of a text, its instrument.
  private Optional<CaseRecord> record(CommentThread thread) {
    return open.view().find(CommentSubject.on(thread.first()).value());
  }

  /// The address of a thread, where it is answered.
  public String address(CommentThread thread) {
    return address(open.view(), thread.first());
  }

  /// The address of the thread that a comment or reply is in.
  public static String address(CaseView view, Comment of) {
    Comment first = of.replyTo() == null ? of : view.get(of.replyTo());
    String anchor = "#thread-" + first.id();
    return first.subject() instanceof CommentSubject.ElementChange change
        ? Link.to(Address.COMPARED_TEXTS, change.instrument())
            + "?from="
            + Link.encoded(change.from())
            + "&to="
            + Link.encoded(change.to())
            + anchor
        : view.find(CommentSubject.on(first).value())
            .map(each -> Link.to(Address.DISCUSSION, each.id()) + anchor)
            .orElse(Link.to(Address.COMMENTS));
  }
}
