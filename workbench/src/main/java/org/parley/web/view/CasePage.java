package org.parley.web.view;

/// A page that shows one kind of record of a case: its parties, or its instruments.
///
/// @param open the case
/// @param moment the moment
/// @param frame what surrounds it
public record CasePage(OpenCase open, ViewedDay moment, Frame frame) {

  /// The page of the parties.
  public static CasePage ofParties(OpenCase open, ViewedDay moment) {
    return new CasePage(open, moment, Frame.of("Parties", open.view().info(), "parties"));
  }

  /// The page of the instruments of the package.
  public static CasePage ofInstruments(OpenCase open, ViewedDay moment) {
    return new CasePage(open, moment, Frame.of("Instruments", open.view().info(), "instruments"));
  }
}
