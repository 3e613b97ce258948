package org.parley.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.model.date.Edtf;
import org.parley.reading.Proposal;
import org.parley.reading.cases.CandidateRemark;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.GradeReason;
import org.parley.web.view.Say;
import org.parley.wording.Messages;

/// Proposals in the language of the page.
final class ReadingWording {

  /// The kinds of proposals, in the order in which they are counted.
  private static final List<String> KINDS =
      List.of("claim", "order", "instrument", "meeting", "step", "planned");

  private ReadingWording() {}

  private static String key(Proposal proposal) {
    return switch (proposal) {
      case Proposal.OfClaim _ -> "claim";
      case Proposal.OfMeeting meeting -> meeting.isPlanned() ? "planned" : "meeting";
      case Proposal.OfStep _ -> "step";
      case Proposal.OfInstrument _ -> "instrument";
      case Proposal.OfOrder _ -> "order";
    };
  }

  /// The kind of a proposal.
  static String kind(Proposal proposal) {
    return Say.text("reading.kind", "kind", new Messages.Select(key(proposal)));
  }

  /// The counts of proposals: "4 claims, 1 next step".
  static String found(CaseReading reading) {
    List<String> found = new ArrayList<>();
    for (String kind : KINDS) {
      long count =
          reading.candidates().stream().filter(each -> key(each.proposal()).equals(kind)).count();
      if (count > 0) {
        found.add(Say.text("reading.count", "kind", new Messages.Select(kind), "count", count));
      }
    }
    return found.isEmpty() ? Say.text("reading.nothing") : String.join(", ", found);
  }

  /// The counts of rejected proposals by reason; empty for none.
  static String dropped(CaseReading reading) {
    List<String> dropped = new ArrayList<>();
    reading.reading().dropped().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                dropped.add(
                    Say.text(
                        "reading.dropped-by", "count", each.getValue(), "reason", each.getKey())));
    return String.join(", ", dropped);
  }

  /// A one-line summary, in the words of the text.
  static String gist(Proposal proposal) {
    return switch (proposal) {
      case Proposal.OfClaim claim ->
          Say.text(
              "reading.gist.claim",
              "speaker",
              claim.speaker().name(),
              "relayed",
              claim.relayedFrom() != null,
              "from",
              Objects.requireNonNullElse(claim.relayedFrom(), ""),
              "subject",
              claim.subject(),
              "stance",
              stance(claim));
      case Proposal.OfMeeting meeting ->
          (meeting.place() == null ? "" : meeting.place() + ", ")
              + (meeting.when() == null ? Say.text("reading.no-date") : Say.date(meeting.when()))
              + (meeting.participants().isEmpty()
                  ? ""
                  : Say.text("colon") + String.join(", ", meeting.participants()));
      case Proposal.OfStep step ->
          step.what() + (step.when() == null ? "" : " (" + Say.date(step.when()) + ")");
      case Proposal.OfInstrument instrument ->
          instrument.name()
              + " - "
              + (instrument.act() == null
                  ? Say.text("reading.state", "state", instrument.state())
                  : Say.text("reading.act", "kind", instrument.act()))
              + (instrument.when() == null ? "" : ", " + Say.date(instrument.when()));
      case Proposal.OfOrder order ->
          Say.text("reading.gist.order", "later", order.later(), "earlier", order.earlier());
    };
  }

  private static String stance(Proposal.OfClaim claim) {
    return Say.text("reading.stance", "stance", claim.stance())
        + (claim.share() == null ? "" : " " + claim.share())
        + (claim.condition() == null ? "" : Say.text("colon") + claim.condition());
  }

  /// A remark, without a full stop.
  static String remark(CandidateRemark remark) {
    String about =
        remark.kind() == CandidateRemark.Kind.ANNOUNCED_FOR
            ? Say.date(Edtf.of(remark.about()))
            : remark.about();
    return Say.text("reading.remark", "kind", remark.kind(), "about", about);
  }

  /// Why a source is graded so, without a full stop.
  static String reason(GradeReason reason) {
    return switch (reason) {
      case GradeReason.OnRecord(var source) ->
          Say.text("reading.grade.on-record", "source", source.value());
      case GradeReason.SamePublisher(var source) ->
          Say.text("reading.grade.same-publisher", "source", source.value());
      case GradeReason.Features features ->
          Say.text(
              "reading.grade.features",
              "named",
              features.named(),
              "unnamed",
              features.unnamed(),
              "dated",
              features.dated(),
              "statements",
              features.statements(),
              "repeats",
              !features.outlets().isEmpty(),
              "outlets",
              String.join(", ", features.outlets()));
    };
  }
}
