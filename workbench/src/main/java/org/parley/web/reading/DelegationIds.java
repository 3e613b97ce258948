package org.parley.web.reading;

import java.util.List;
import org.parley.casefile.CaseEdit;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingId;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;

/// Adapts records from a text to the rights of a delegation: ids with its reserved prefix, visible
/// to itself and the mediator.
final class DelegationIds {

  private static final int LONGEST = 64;

  private final CaseView view;
  private final String beginning;
  private final SourceId source;
  private final SourceId named;
  private final Visibility seen;

  /// @param source the source of the text, as it was proposed
  /// @param isKnown whether it is on record, so that its id stays
  DelegationIds(CaseView view, Visitor visitor, SourceId source, boolean isKnown) {
    this.view = view;
    this.source = source;
    beginning = Rights.beginningOfIds(visitor);
    seen = Rights.defaultVisibility(visitor);
    named = isKnown ? source : new SourceId(id(source.value()));
  }

  /// Under which id the source is, or will be, on record.
  SourceId source() {
    return named;
  }

  CaseEdit named(CaseEdit edit) {
    return edit instanceof CaseEdit.Add(CaseRecord record, var file)
        ? new CaseEdit.Add(named(record), file)
        : edit;
  }

  CaseRecord named(CaseRecord record) {
    return switch (record) {
      case Source s ->
          new Source(
              named,
              s.publisher(),
              s.title(),
              s.address(),
              s.date(),
              s.language(),
              s.reliability(),
              s.relays(),
              s.kind(),
              s.note(),
              seen);
      case Claim c ->
          new Claim(
              new ClaimId(id(c.id().value())),
              c.speaker(),
              c.office(),
              c.party(),
              c.jointly(),
              c.said(),
              c.known(),
              c.channel(),
              sources(c.source()),
              c.confidence(),
              c.quote(),
              c.paraphrase(),
              c.about(),
              c.between(),
              c.asserts(),
              c.supersedes(),
              c.retracts(),
              c.contradicts(),
              seen);
      case Meeting m ->
          new Meeting(
              new MeetingId(id(m.id().value())),
              m.title(),
              m.date(),
              m.place(),
              m.format(),
              m.participants(),
              m.roles(),
              m.people(),
              m.known(),
              m.note(),
              sources(m.source()),
              seen);
      case Demand d ->
          new Demand(
              new DemandId(id(d.id().value())),
              d.text(),
              d.by(),
              d.claims().stream().map(this::claim).toList(),
              d.points(),
              d.since(),
              d.supersedes(),
              d.allOf(),
              d.anyOf(),
              d.inferred(),
              seen);
      default -> record;
    };
  }

  /// The id of a claim: as it is on record, or as it will be.
  private ClaimId claim(ClaimId proposed) {
    return view.find(proposed).isPresent() ? proposed : new ClaimId(id(proposed.value()));
  }

  private List<SourceId> sources(List<SourceId> ids) {
    return ids.stream().map(each -> each.equals(source) ? named : each).toList();
  }

  private String id(String proposed) {
    if (beginning.isEmpty() && proposed.length() <= LONGEST) {
      return proposed;
    }
    String whole = beginning + proposed;
    String id = whole.substring(0, Math.min(LONGEST, whole.length()));
    for (int number = 2; view.find(id).isPresent(); number++) {
      String end = "-" + number;
      id = whole.substring(0, Math.min(LONGEST - end.length(), whole.length())) + end;
    }
    return id;
  }
}
