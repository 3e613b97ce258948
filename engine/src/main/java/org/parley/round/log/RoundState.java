package org.parley.round.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackageId;
import org.parley.round.AccordRecords;
import org.parley.round.Asking;
import org.parley.round.Revelation;
import org.parley.round.TabledSheet;

/// How a round stood at a moment.
///
/// @param round the round; null while it is not on record
/// @param sheets its packages, drafts included, with what the rule has revealed
/// @param accords the accords on record, by digest, with their readers
public record RoundState(
    @Nullable Round round, List<SheetState> sheets, Map<String, Visibility> accords) {

  /// Before the round was on record.
  static final RoundState NONE = new RoundState(null, List.of(), Map.of());

  /// How a package stood.
  ///
  /// @param sheet the package with its words and its rule
  /// @param revealed what the rule had revealed; null where no answers are kept
  /// @param asked the moment from which all ask to see an improvement; null while one does not
  public record SheetState(
      TabledSheet sheet, @Nullable Revelation revealed, @Nullable Instant asked) {

    /// The id of the package.
    public TabledPackageId id() {
      return sheet.tabled().id();
    }
  }

  public RoundState {
    sheets = List.copyOf(sheets);
    accords = Map.copyOf(accords);
  }

  /// The state of a round.
  ///
  /// @param view the case as it was on record at the moment
  /// @param sealed the sealed entries, later ones included; null where none are kept
  public static RoundState of(
      CaseView view, RoundId id, @Nullable SealedEntries sealed, Instant at) {
    Round round = round(view, id);
    if (round == null) {
      return NONE;
    }
    List<SheetState> sheets = new ArrayList<>();
    for (TabledPackage each : view.tabledPackages()) {
      if (each.round().equals(id)) {
        sheets.add(sheet(TabledSheet.of(view, each), sealed, at));
      }
    }
    return new RoundState(round, sheets, accords(view, id));
  }

  /// The round as it is on record; null if it is not.
  static @Nullable Round round(CaseView view, RoundId id) {
    return view.rounds().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  private static SheetState sheet(TabledSheet sheet, @Nullable SealedEntries sealed, Instant at) {
    return sealed == null
        ? new SheetState(sheet, null, null)
        : new SheetState(
            sheet,
            Revelation.of(sheet, sealed.answers(), at),
            Asking.allAsk(sheet, sealed.asks(), at).orElse(null));
  }

  private static Map<String, Visibility> accords(CaseView view, RoundId id) {
    Map<String, Visibility> accords = new TreeMap<>();
    for (AccordRecords each : AccordRecords.list(view)) {
      if (each.accord().text().contains("\nround " + id + "\n")) {
        accords.put(each.accord().digest(), each.instrument().visibility());
      }
    }
    return accords;
  }

  /// How a package stood; empty if it was not on record.
  public Optional<SheetState> find(TabledPackageId id) {
    return sheets.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// The packages that a viewer could read.
  public List<SheetState> seenBy(Viewer viewer) {
    return sheets.stream()
        .filter(each -> each.sheet().tabled().visibility().visibleTo(viewer))
        .toList();
  }
}
