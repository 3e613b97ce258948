package org.parley.model.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.Visibility;
import org.parley.model.date.ZonedMoment;
import org.parley.model.text.InstrumentId;

class MentionedNamesTest {

  private static @Nullable String unanswered(String name, Comment... thread) {
    List<Comment> replies = new ArrayList<>(List.of(thread));
    Comment found =
        MentionedNames.unanswered(name, new CommentThread(replies.removeFirst(), replies));
    return found == null ? null : found.id().value();
  }

  private static Comment comment(int number, String by, @Nullable String text) {
    return new Comment(
        new CommentId("c" + number),
        number == 1 ? new CommentSubject.WholeRecord(new InstrumentId("treaty")) : null,
        number == 1 ? null : new CommentId("c1"),
        text,
        text == null ? Comment.Decision.RESOLVED : null,
        by,
        new ZonedMoment("2026-03-01T18:0" + number + "Z"),
        new Visibility.Mediator());
  }

  @Test
  void aNameBeginsAfterWhatBelongsToNoWord() {
    assertEquals(Set.of("ann"), MentionedNames.of("@ann"));
    assertEquals(Set.of("ann", "bo.b"), MentionedNames.of("Ask @ann (or @Bo.B), please."));
    assertEquals(Set.of("ann"), MentionedNames.of("Is it right, @ann? Or @Ann..."));
    assertEquals(Set.of("ann@un.example"), MentionedNames.of("As @ann@un.example said."));
    assertEquals(Set.of(), MentionedNames.of("Write to ann@un.example, at 5 @ the bridge, @ @@."));
  }

  @Test
  void aMentionWaitsUntilTheNamedReplies() {
    Comment asks = comment(1, "bea", "What do you think, @ann?");
    assertEquals("c1", unanswered("ann", asks));
    assertEquals("c1", unanswered("Ann", asks));
    assertNull(unanswered("an", asks));
    assertNull(unanswered("ann", asks, comment(2, "ann", "No.")));
    assertEquals(
        "c3", unanswered("ann", asks, comment(2, "ann", "No."), comment(3, "bea", "@ann, why?")));
    assertEquals("c1", unanswered("ann", asks, comment(2, "cy", "I would say yes.")));
  }

  @Test
  void aResolvedThreadWaitsForNobody() {
    Comment asks = comment(1, "bea", "What do you think, @ann?");
    assertNull(unanswered("ann", asks, comment(2, "bea", null)));
  }

  @Test
  void nobodyMentionsThemselves() {
    assertNull(unanswered("ann", comment(1, "ann", "I, @ann, say so.")));
  }
}
