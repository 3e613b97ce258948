package org.parley.model.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.model.Cases;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;

/// A thread is a fold over replies: their order in the files does not matter, and the last decision
/// counts.
class CommentThreadLawTest {

  private static final int CASES = 60;

  private static List<Comment> comments(Case all) {
    return all.viewFor(new Viewer.Mediator()).comments();
  }

  @Test
  void theOrderOfRecordsDoesNotMatter() {
    Random random = new Random(22);
    int resolved = 0;
    int open = 0;
    for (long seed = 0; seed < CASES; seed++) {
      List<Comment> comments = comments(Cases.of(seed));
      List<CommentThread> threads = CommentThread.of(comments);
      List<Comment> shuffled = new ArrayList<>(comments);
      Collections.shuffle(shuffled, random);
      assertEquals(threads, CommentThread.of(shuffled));
      assertEquals(
          comments.size(), threads.stream().mapToInt(each -> 1 + each.replies().size()).sum());
      for (CommentThread each : threads) {
        assertEquals(isResolved(each.replies()), each.isResolved());
        resolved += each.isResolved() ? 1 : 0;
        open += each.isResolved() ? 0 : 1;
      }
    }
    assertTrue(resolved > CASES / 4 && open > CASES / 4, resolved + " resolved, " + open + " open");
  }

  /// The state after each reply in turn.
  private static boolean isResolved(List<Comment> replies) {
    boolean isResolved = false;
    for (Comment each : replies) {
      isResolved =
          each.decision() == null ? isResolved : each.decision() == Comment.Decision.RESOLVED;
    }
    return isResolved;
  }

  @Test
  void whatAViewerMayNotSeeDecidesNothingForIt() {
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      for (Viewer viewer : Secrets.viewers(all)) {
        assertEquals(
            CommentThread.of(comments(Secrets.without(all, viewer))),
            CommentThread.of(all.viewFor(viewer).comments()));
      }
    }
  }
}
