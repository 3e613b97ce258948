package org.parley.cli.read;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Proposal;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Prints a reading for programs: one object a text, on one line.
final class ReadJson {

  private ReadJson() {}

  static void print(String name, CaseReading reading, PrintWriter out) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("text", name);
    root.put("published", words(reading.reading().article().published()));
    ObjectNode source = root.putObject("source");
    source.put("id", reading.source().id().value());
    source.put("known", reading.isKnownSource());
    source.put("reliability", reading.source().reliability().name());
    source.put("why", reading.whyReliable());
    source.put("relays", words(reading.source().relays()));
    ObjectNode dropped = root.putObject("dropped");
    reading.reading().dropped().forEach((reason, n) -> dropped.put(word(reason), n));
    var list = root.putArray("proposals");
    for (Candidate each : reading.candidates()) {
      list.add(proposal(each));
    }
    out.println(root);
  }

  private static ObjectNode proposal(Candidate candidate) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    Proposal proposal = candidate.proposal();
    node.put("number", candidate.number());
    node.put("confidence", proposal.confidence());
    node.put("quote", proposal.quotation().words());
    node.put("from", proposal.quotation().at().start());
    node.put("to", proposal.quotation().at().end());
    switch (proposal) {
      case Proposal.OfClaim claim -> {
        node.put("kind", "claim");
        node.put("speaker", claim.speaker().name());
        node.put("office", claim.speaker().office());
        node.put("relayedFrom", claim.relayedFrom());
        node.put("said", date(claim.said()));
        node.put("subject", claim.subject());
        node.put("stance", word(claim.stance()));
        node.put("share", claim.share());
        var between = node.putArray("between");
        claim.between().forEach(between::add);
        node.put("condition", claim.condition());
        node.put("attribution", word(claim.attribution()));
      }
      case Proposal.OfMeeting meeting -> {
        node.put("kind", "meeting");
        node.put("place", meeting.place());
        node.put("when", date(meeting.when()));
        var who = node.putArray("participants");
        meeting.participants().forEach(who::add);
        node.put("planned", meeting.isPlanned());
      }
      case Proposal.OfStep step -> {
        node.put("kind", "step");
        node.put("what", step.what());
        node.put("when", date(step.when()));
      }
      case Proposal.OfDocument document -> {
        node.put("kind", "document");
        node.put("name", document.name());
        node.put("state", word(document.state()));
      }
      case Proposal.OfOrder order -> {
        node.put("kind", "order");
        node.put("speaker", order.speaker().name());
        node.put("later", order.later());
        node.put("earlier", order.earlier());
      }
    }
    node.put("record", candidate.record() == null ? null : candidate.record().id().value());
    node.put("missing", candidate.missing().isEmpty() ? null : candidate.missing());
    node.put("known", words(candidate.known()));
    var notes = node.putArray("notes");
    candidate.notes().forEach(notes::add);
    return node;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String words(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String date(@Nullable Edtf date) {
    return date == null ? null : date.toString();
  }
}
