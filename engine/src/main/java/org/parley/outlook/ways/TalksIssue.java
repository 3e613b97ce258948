package org.parley.outlook.ways;

import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// Something that can be settled by itself.
public sealed interface TalksIssue {

  /// A point of a text.
  record OfPoint(PointId point) implements TalksIssue {}

  /// A text without points on record, as a whole.
  record OfText(InstrumentId text) implements TalksIssue {}

  /// A demand on the order of steps.
  record OfDemand(DemandId demand) implements TalksIssue {}

  /// The reading of a contested term.
  record OfTerm(TermId term) implements TalksIssue {}

  /// The baseline of a party: the least it signs for.
  record OfBaseline(PartyId party) implements TalksIssue {}
}
