package org.parley.exchange.incidents.form;

import java.util.List;
import java.util.Set;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;

/// Dates such as `1/12/2025` in one file. Somebody said whether the day or the month comes first,
/// or one of them shows it.
final class SlashedDates {

  private LocalForms forms;

  SlashedDates(DayOrder said) {
    this.forms = new LocalForms(said, LocalForms.DecimalSign.UNKNOWN);
  }

  DayOrder order() {
    return forms.days();
  }

  /// Whether the order is still to be shown, and one of these cells may be two days.
  boolean isOpen(List<String> cells) {
    forms = forms.settled(cells, Set.of());
    return cells.stream().anyMatch(each -> forms.date(each).isEmpty());
  }
}
