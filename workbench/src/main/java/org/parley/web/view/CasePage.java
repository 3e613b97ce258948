package org.parley.web.view;

import java.util.List;
import org.parley.acts.ActLedger;
import org.parley.document.InstrumentTexts;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.wording.ActWording;
import org.parley.wording.Messages;

/// A page that shows one kind of record of a case: its parties, or its instruments.
///
/// @param open the case
/// @param moment the moment
/// @param frame what surrounds it
public record CasePage(OpenCase open, ViewedDay moment, Frame frame) {

  /// The acts of an instrument by the moment shown, by date.
  public List<ActLedger.Entry> acts(Instrument instrument) {
    return open.board(moment.asOf()).acts().of(instrument.id());
  }

  /// The points of an instrument, in the order of its text.
  public List<Point> points(Instrument instrument) {
    return open.view().points().stream()
        .filter(each -> each.instrument().equals(instrument.id()))
        .toList();
  }

  /// Whether an instrument has a text, whole or in points.
  public boolean hasText(Instrument instrument) {
    return !InstrumentTexts.of(open.view(), instrument).list().isEmpty();
  }

  /// How much of a chapter is agreed at the moment shown; empty for other points.
  public String chapter(Point point) {
    return Say.chapter(open.board(moment.asOf()), point);
  }

  public String words(ActLedger.Entry entry) {
    return Say.sentence(new ActWording(Messages.current(), open.view()).done(entry.act()).text());
  }

  /// The page of the parties.
  public static CasePage ofParties(OpenCase open, ViewedDay moment) {
    return new CasePage(
        open, moment, Frame.of(Say.text("parties.title"), open.view().info(), "parties"));
  }

  /// The page of the instruments of the package.
  public static CasePage ofInstruments(OpenCase open, ViewedDay moment) {
    return new CasePage(
        open, moment, Frame.of(Say.text("nav.instruments"), open.view().info(), "instruments"));
  }
}
