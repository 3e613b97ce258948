package org.parley.web.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.RecordSubject;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentSubject;
import org.parley.model.comment.CommentThread;
import org.parley.web.view.OpenCase;

/// The comments on one record, with the forms for further ones.
///
/// @param open the case
/// @param record the record
/// @param threads the threads on it, the earliest first
/// @param forms the forms of the visitor
/// @param people the people whom the visitor may mention by name
public record RecordComments(
    OpenCase open,
    CaseRecord record,
    List<CommentThread> threads,
    CommentForms forms,
    List<String> people) {

  /// The key of the form that comments on the record.
  public static final String KEY = "element/";

  public RecordComments {
    threads = List.copyOf(threads);
    people = List.copyOf(people);
  }

  /// The comments on a record.
  public static RecordComments of(
      OpenCase open, CaseRecord record, CommentForms forms, List<String> people) {
    return new RecordComments(open, record, threads(open, record.id()), forms, people);
  }

  /// The threads on a record, the earliest first. Cost: linear once for each case.
  public static List<CommentThread> threads(OpenCase open, Id record) {
    return open.once(Threads.class, Threads::of).byRecord.getOrDefault(record, List.of());
  }

  /// How many threads on a record are open.
  public static int countOpen(OpenCase open, Id record) {
    return CommentThread.open(threads(open, record));
  }

  /// How many of the threads are open.
  public int openCount() {
    return CommentThread.open(threads);
  }

  /// Whether the visitor may comment on this record: replies answer comments.
  public boolean mayComment() {
    return forms.areOpen() && !(record instanceof Comment);
  }

  /// Whether a comment was sent that no form of this page shows again.
  public boolean isAdrift() {
    CommentDraft typed = forms.typed();
    return !typed.on().isEmpty()
        && !typed.isOn(KEY)
        && threads.stream().noneMatch(each -> typed.isOn(each.first().id().value()));
  }

  /// The threads of each record.
  private record Threads(Map<Id, List<CommentThread>> byRecord) {

    static Threads of(OpenCase open) {
      Map<Id, List<CommentThread>> found = new HashMap<>();
      for (CommentThread each : CommentThread.of(open.view().comments())) {
        if (each.first().subject() instanceof CommentSubject.WholeRecord(RecordSubject on)) {
          found.computeIfAbsent(on.id(), _ -> new ArrayList<>()).add(each);
        }
      }
      return new Threads(found);
    }
  }
}
