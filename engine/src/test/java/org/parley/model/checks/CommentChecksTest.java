package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentSubject;
import org.parley.model.date.ZonedMoment;
import org.parley.model.party.Party;
import org.parley.model.text.InstrumentId;
import org.parley.round.RoundWorld;

class CommentChecksTest {

  private static final CommentSubject CHANGE = change("v1", "v2", "art_5");

  private static CommentSubject change(String from, String to, String element) {
    InstrumentId instrument =
        RoundWorld.records().stream()
            .map(CaseRecord::id)
            .filter(InstrumentId.class::isInstance)
            .map(InstrumentId.class::cast)
            .findFirst()
            .orElseThrow();
    return new CommentSubject.ElementChange(instrument, from, to, element, false);
  }

  private static Comment comment(
      String id,
      @Nullable CommentSubject subject,
      @Nullable String replyTo,
      @Nullable String text,
      Comment.@Nullable Decision decision) {
    return new Comment(
        new CommentId(id),
        subject,
        replyTo == null ? null : new CommentId(replyTo),
        text,
        decision,
        "Ann",
        new ZonedMoment("2026-03-01T18:00Z"),
        new Visibility.Mediator());
  }

  private static List<String> problems(Comment... comments) {
    List<CaseRecord> all = new ArrayList<>(RoundWorld.records());
    all.addAll(List.of(comments));
    return CaseChecks.problems(new CaseInfo("Case", null, List.of()), all).stream()
        .map(Told::of)
        .toList();
  }

  private static Comment first() {
    return comment("c1", CHANGE, null, "Too short.", null);
  }

  @Test
  void aCommentIsOnSomethingOrReplies() {
    assertEquals(List.of(), problems(first(), comment("c2", null, "c1", "Why?", null)));
    assertEquals(
        List.of("subject: comment-or-reply [c1]"), problems(comment("c1", null, null, "a", null)));
    assertEquals(
        List.of("subject: comment-or-reply [c2]"),
        problems(first(), comment("c2", CHANGE, "c1", "a", null)));
  }

  @Test
  void noThreadBranches() {
    assertEquals(
        List.of("replyTo: reply-to-reply [c2]"),
        problems(
            first(),
            comment("c2", null, "c1", "Why?", null),
            comment("c3", null, "c2", "So.", null)));
    assertEquals(
        List.of("replyTo: reply-to-reply [c2]"), problems(comment("c2", null, "c2", "a", null)));
  }

  @Test
  void aReplyMayDecideWithoutWords() {
    assertEquals(
        List.of(), problems(first(), comment("c2", null, "c1", null, Comment.Decision.RESOLVED)));
    assertEquals(
        List.of("text: comment-says-nothing [c2]"),
        problems(first(), comment("c2", null, "c1", null, null)));
    assertEquals(
        List.of("decision: decision-without-comment [c1]"),
        problems(comment("c1", CHANGE, null, "a", Comment.Decision.RESOLVED)));
    assertEquals(
        List.of("text: blank(text) [ ]"), problems(comment("c1", CHANGE, null, " ", null)));
  }

  @Test
  void aChangeIsBetweenTwoVersions() {
    assertEquals(
        List.of("subject.to: version-compared-with-itself [v1]"),
        problems(comment("c1", change("v1", "v1", "art_5"), null, "a", null)));
    assertEquals(
        List.of("subject.element: blank(element) []"),
        problems(comment("c1", change("v1", "v2", ""), null, "a", null)));
    assertEquals(
        List.of("subject.from: blank(from) []", "subject.to: blank(to) [ ]"),
        problems(comment("c1", change("", " ", "art_5"), null, "a", null)));
  }

  @Test
  void aCommentIsOnARecordOfTheCase() {
    Party party =
        RoundWorld.records().stream()
            .filter(Party.class::isInstance)
            .map(Party.class::cast)
            .findFirst()
            .orElseThrow();
    CommentSubject onParty = new CommentSubject.WholeRecord(party.id());
    assertEquals(List.of(), problems(comment("c1", onParty, null, "Who are they?", null)));
    assertEquals(
        List.of("subject.record: no-such-id(party x, false) [x]"),
        problems(
            comment("c1", new CommentSubject.WholeRecord(new PartyId("x")), null, "Why?", null)));
  }

  @Test
  void aCommentIsBySomebody() {
    Comment first = first();
    Comment nobodys =
        new Comment(
            first.id(),
            first.subject(),
            null,
            first.text(),
            null,
            "",
            first.made(),
            first.visibility());
    assertEquals(List.of("by: blank(by) []"), problems(nobodys));
  }
}
