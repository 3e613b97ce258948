package org.parley.model;

import org.parley.model.act.ActId;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.ForecastId;
import org.parley.model.claim.ItemId;
import org.parley.model.claim.MeetingId;
import org.parley.model.guarantee.ContributionId;
import org.parley.model.guarantee.CoverageQuestionId;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.guarantee.NeedId;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.place.PlaceId;
import org.parley.model.position.BaselineId;
import org.parley.model.position.LinkageId;
import org.parley.model.position.PairwiseComparisonId;
import org.parley.model.position.PositionId;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackageId;
import org.parley.model.source.SourceId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.model.task.TaskId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// The id of a record that people remark on and work at: of any kind but a comment.
public sealed interface RecordSubject
    permits PartyId,
        InstrumentId,
        PointId,
        SourceId,
        ClaimId,
        ItemId,
        ForecastId,
        MeetingId,
        ActId,
        PlaceId,
        PositionId,
        PairwiseComparisonId,
        GuaranteeId,
        StepId,
        DemandId,
        TermId,
        BaselineId,
        LinkageId,
        ContributionId,
        NeedId,
        IncidentId,
        LogEntryId,
        CoverageQuestionId,
        IndicatorId,
        RoundId,
        TabledPackageId,
        TaskId {

  /// The id as case files write it.
  String value();

  /// The same as an id.
  default Id id() {
    return (Id) this;
  }
}
