package org.parley.model.checks;

import java.util.List;
import org.parley.model.ForecastSubject;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.ForecastEvent;
import org.parley.model.claim.Probability;
import org.parley.model.claim.Seal;
import org.parley.model.date.Edtf;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// Validates a forecast by itself: its dates, and its chance against its seal.
final class ForecastChecks {

  private final RecordsUnderCheck records;

  ForecastChecks(RecordsUnderCheck records) {
    this.records = records;
  }

  void forecast(int index, Forecast forecast) {
    records.words(index, "forecaster", forecast.forecaster());
    records.once(index, "about", forecast.about());
    kinds(index, forecast);
    Edtf closes = forecast.closes();
    if (closes != null && closes.latestDay().isAfter(forecast.until().latestDay())) {
      records.report(index, List.of("closes"), Rule.Plain.CLOSES_AFTER_EVENT, closes);
    }
    if (forecast.made().latestDay().isAfter(forecast.closesOrUntil().latestDay())) {
      records.report(index, List.of("made"), Rule.Plain.FORECAST_AFTER_CLOSING, forecast.made());
    }
    if (forecast.event().isWay() && forecast.oneIsEnough()) {
      records.report(
          index, List.of("oneIsEnough"), Rule.Plain.WAY_OF_ONE_TEXT, forecast.event().word());
    }
    if (forecast.event() == ForecastEvent.SIGNED_IN_PART && forecast.about().size() == 1) {
      records.report(
          index, List.of("about"), Rule.Plain.ONE_TEXT_IN_PART, forecast.about().getFirst());
    }
    sealed(index, forecast);
  }

  /// Steps are done, points are agreed, and all else happens to instruments.
  private void kinds(int index, Forecast forecast) {
    ForecastEvent event = forecast.event();
    boolean isOfTexts = event != ForecastEvent.DONE && event != ForecastEvent.AGREED;
    if (!isOfTexts && forecast.about().isEmpty()) {
      records.report(index, List.of("about"), Rule.Plain.FORECAST_OF_NOTHING, event.word());
    }
    for (int i = 0; i < forecast.about().size(); i++) {
      ForecastSubject each = forecast.about().get(i);
      boolean fits =
          switch (each) {
            case StepId _ -> event == ForecastEvent.DONE;
            case PointId _ -> event == ForecastEvent.AGREED;
            case InstrumentId _ -> isOfTexts;
          };
      if (!fits) {
        records.report(
            index,
            List.of("about", Integer.toString(i)),
            Rule.Plain.FORECAST_OF_OTHER_KIND,
            each.value());
      }
    }
  }

  /// An open chance alone; or a seal alone; or a chance with the seal and the key that opens it.
  private void sealed(int index, Forecast forecast) {
    Probability chance = forecast.chance();
    Seal seal = forecast.seal();
    String key = forecast.key();
    if (chance == null && seal == null) {
      records.report(index, List.of("chance"), Rule.Plain.NEITHER_CHANCE_NOR_SEAL, forecast.id());
    } else if (seal == null && key != null) {
      records.report(index, List.of("key"), Rule.Plain.KEY_WITHOUT_SEAL, key);
    } else if (chance == null && key != null) {
      records.report(index, List.of("key"), Rule.Plain.KEY_WITHOUT_CHANCE, key);
    } else if (chance != null && seal != null && key == null) {
      records.report(index, List.of("chance"), Rule.Plain.SEAL_WITHOUT_KEY, chance);
    } else if (chance != null
        && seal != null
        && key != null
        && !Seal.of(forecast.forecaster(), chance, key).equals(seal)) {
      records.report(index, List.of("seal"), Rule.Plain.SEAL_DOES_NOT_MATCH, chance);
    }
  }
}
