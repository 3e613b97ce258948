package org.parley.model;

import java.util.regex.Pattern;
import org.parley.model.act.ActId;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.ForecastId;
import org.parley.model.claim.ItemId;
import org.parley.model.claim.MeetingId;
import org.parley.model.comment.CommentId;
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
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// The id of an element of a case: letters, digits, `.`, `_` and `-`, at most 64 characters,
/// starting with a letter or digit. Unique within the case across all kinds.
public sealed interface Id extends Comparable<Id>
    permits PartyId,
        InstrumentId,
        PointId,
        ComponentId,
        OptionId,
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
        CommentId,
        TaskId {

  /// The syntax of an id.
  Pattern SYNTAX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  String value();

  /// The kind of element, from the name of the class: "party", "log-entry".
  default String kind() {
    return Refusal.codeOf(getClass()).replaceFirst("-id$", "");
  }

  @Override
  default int compareTo(Id other) {
    int byValue = value().compareTo(other.value());
    return byValue != 0 || getClass() == other.getClass()
        ? byValue
        : kind().compareTo(other.kind());
  }

  /// Validates the syntax of an id.
  ///
  /// @throws InvalidValueException if it is not an id
  static String checked(String value) {
    if (!isId(value)) {
      throw new InvalidValueException(InvalidValue.Plain.NOT_AN_ID, value);
    }
    return value;
  }

  /// Whether a text matches [#SYNTAX]. Hand-written for speed: a large case has hundreds of
  /// thousands of ids.
  private static boolean isId(String text) {
    int length = text.length();
    if (length == 0 || length > 64) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && (i == 0 || (c != '.' && c != '_' && c != '-'))) {
        return false;
      }
    }
    return true;
  }
}
