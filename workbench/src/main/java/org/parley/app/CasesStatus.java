package org.parley.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.cli.team.ServerPlan;
import org.parley.operate.PartFinding;
import org.parley.operate.PartStatus;
import org.parley.operate.ServerPart;
import org.parley.operate.ServerStatus;
import org.parley.operate.StatusBoard;
import org.parley.store.cases.CaseRegister;
import org.parley.store.nodes.Leadership;
import org.parley.web.cases.HostedCases;
import org.parley.web.operate.CaseParts;

/// How the cases of a server are, for its administrators, who see nothing in them. So no day is
/// told of one: an anchor is made only after something was recorded.
record CasesStatus(CaseRegister register, HostedCases hosted) {

  /// Adds the parts of a server of many cases.
  void addTo(StatusBoard status, ServerPlan plan, @Nullable Leadership nodes) {
    if (nodes != null) {
      status.watch(ServerPart.NODES, () -> CaseParts.servers(nodes.list()));
    }
    status.watch(ServerPart.DATABASE, this::database);
    status.watch(ServerPart.CASES, this::cases);
    status.watch(ServerPart.BACKUP, PartFinding.BACKED_UP_ELSEWHERE::found);
    status.watch(
        ServerPart.ANCHORS,
        plan.keeping().anchors() == null ? PartFinding.NO_ANCHORS::found : this::anchors);
    status.watch(
        ServerPart.NOTICES,
        plan.notices().isEmpty() ? PartFinding.NO_NOTICES::found : this::notices);
  }

  private PartStatus database() {
    var _ = register.list();
    return PartFinding.ANSWERS.found();
  }

  private PartStatus cases() {
    return named(ServerPart.CASES, PartFinding.FAULTY, PartFinding.READ.found());
  }

  private PartStatus anchors() {
    return named(ServerPart.ANCHORS, PartFinding.ANCHOR_FAILED, PartFinding.ANCHORING.found());
  }

  private PartStatus notices() {
    return named(
        ServerPart.NOTICES,
        PartFinding.NOT_SENT,
        named(ServerPart.NOTICES, PartFinding.UNDELIVERED, PartFinding.DELIVERED.found()));
  }

  /// A finding with the ids of the open cases that have it, or whose look did not end.
  ///
  /// @param otherwise where none has
  private PartStatus named(ServerPart part, PartFinding finding, PartStatus otherwise) {
    Set<PartFinding> those = Set.of(finding, PartFinding.SILENT);
    List<String> ids =
        hosted.statuses().entrySet().stream()
            .filter(each -> isAmong(each, part, those))
            .map(Map.Entry::getKey)
            .toList();
    return ids.isEmpty() ? otherwise : PartStatus.named(finding, ids);
  }

  private static boolean isAmong(
      Map.Entry<String, ServerStatus> each, ServerPart part, Set<PartFinding> those) {
    return each.getValue().find(part).filter(found -> those.contains(found.finding())).isPresent();
  }
}
