package org.parley.model.checks;

import java.util.List;
import java.util.stream.Stream;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.ApprovalWay;
import org.parley.model.text.Signing;

/// Validates the approvals after signature.
final class ApprovalChecks {

  private final RecordsUnderCheck records;
  private final int index;

  ApprovalChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  void stages(Signing signing) {
    for (int i = 0; i < signing.then().size(); i++) {
      ApprovalStage stage = signing.then().get(i);
      List<String> path = List.of("signing", "then", Integer.toString(i));
      records.languages(index, under(path, "title"), stage.title());
      if (stage.anyOf().isEmpty()) {
        records.report(index, under(path, "anyOf"), Rule.Plain.STAGE_WITHOUT_WAY, stage.title());
      }
      for (int k = 0; k < stage.anyOf().size(); k++) {
        way(under(path, "anyOf", Integer.toString(k)), stage, stage.anyOf().get(k));
      }
    }
  }

  private void way(List<String> path, ApprovalStage stage, ApprovalWay way) {
    if (way.allOf().isEmpty()) {
      records.report(index, under(path, "allOf"), Rule.Plain.WAY_WITHOUT_APPROVAL, stage.title());
    }
    for (int i = 0; i < way.allOf().size(); i++) {
      approval(under(path, "allOf", Integer.toString(i)), way.allOf().get(i));
    }
  }

  private void approval(List<String> path, Approval approval) {
    if (approval.vote() == null
        && (!approval.blocs().isEmpty() || !approval.expected().isEmpty())) {
      records.report(index, path, Rule.Plain.EXPECTED_WITHOUT_VOTE, approval.by());
    }
    if (!approval.blocs().isEmpty() && !approval.expected().isEmpty()) {
      records.report(index, under(path, "blocs"), Rule.Plain.EXPECTED_TWICE, approval.by());
    }
    for (int i = 0; i < approval.blocs().size(); i++) {
      Approval.Bloc bloc = approval.blocs().get(i);
      List<String> place = under(path, "blocs", Integer.toString(i));
      if (bloc.seats() < 1) {
        records.report(index, under(place, "seats"), Rule.Plain.BLOC_WITHOUT_SEATS, bloc.seats());
      }
      if (bloc.favour() != null && bloc.source().isEmpty() && bloc.assumed() == null) {
        records.report(
            index, under(place, "favour"), Rule.Plain.EXPECTED_RESTS_ON_NOTHING, bloc.favour());
      }
    }
    for (int i = 0; i < approval.expected().size(); i++) {
      Approval.ExpectedVote expected = approval.expected().get(i);
      if (expected.source().isEmpty() && expected.assumed() == null) {
        records.report(
            index,
            under(path, "expected", Integer.toString(i), "favour"),
            Rule.Plain.EXPECTED_RESTS_ON_NOTHING,
            expected.favour());
      }
    }
  }

  private static List<String> under(List<String> path, String... names) {
    return Stream.concat(path.stream(), Stream.of(names)).toList();
  }
}
