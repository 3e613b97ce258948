package org.parley.model.comment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A comment with its replies: the state is a fold over them.
///
/// @param first the comment on something
/// @param replies its replies, the earliest first
public record CommentThread(Comment first, List<Comment> replies) {

  /// By the moment; of one moment, by their numbered ids.
  public static final Comparator<Comment> IN_ORDER =
      Comparator.comparing((Comment each) -> each.made().instant())
          .thenComparingInt(each -> each.id().value().length())
          .thenComparing(Comment::id);

  public CommentThread {
    replies = List.copyOf(replies);
  }

  /// The threads of comments, the earliest first. Cost: linear, and sorting.
  ///
  /// @param comments in any order; a reply without its comment is left out
  public static List<CommentThread> of(Collection<Comment> comments) {
    Map<CommentId, List<Comment>> replies = new HashMap<>();
    List<Comment> first = new ArrayList<>();
    for (Comment each : comments.stream().sorted(IN_ORDER).toList()) {
      CommentId of = each.replyTo();
      if (of == null) {
        first.add(each);
      } else {
        replies.computeIfAbsent(of, _ -> new ArrayList<>()).add(each);
      }
    }
    return first.stream()
        .map(each -> new CommentThread(each, replies.getOrDefault(each.id(), List.of())))
        .toList();
  }

  /// The comment and its replies.
  public List<Comment> all() {
    return Stream.concat(Stream.of(first), replies.stream()).toList();
  }

  /// How many of these threads are open.
  public static int open(Collection<CommentThread> threads) {
    return (int) threads.stream().filter(each -> !each.isResolved()).count();
  }

  /// The reply that decided last whether it is open; empty if none did.
  public Optional<Comment> decided() {
    return replies.reversed().stream().filter(each -> each.decision() != null).findFirst();
  }

  /// Whether it is settled.
  public boolean isResolved() {
    return decided().map(Comment::decision).orElse(null) == Comment.Decision.RESOLVED;
  }

  /// The change that it is on; null if it is on something else.
  public CommentSubject.@Nullable ElementChange change() {
    return first.subject() instanceof CommentSubject.ElementChange change ? change : null;
  }
}
