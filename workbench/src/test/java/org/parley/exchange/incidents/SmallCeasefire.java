package org.parley.exchange.incidents;

/// A ceasefire of two parties under which a third owes a notice within a day.
public final class SmallCeasefire {

  private SmallCeasefire() {}

  /// Its case.
  public static final String CASE =
      """
      case: {title: A small ceasefire}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Borland, kind: state}
        - {id: GG, name: Guarantia, kind: state}
      sources:
        - {id: text, title: The ceasefire, publisher: The parties, date: 2026-01-01, language: en, reliability: A, kind: official-text}
      guarantees:
        - id: notice
          title: A notice within a day
          points: p1
          obligors: GG
          liability: each
          beneficiary: AA
          force: act
          trigger: {happens: {kinds: shelling, targets: AA}}
          determination: self-evident
          ladder:
            - {name: notice, act: notice, clockFrom: occurrence, within: {length: 24 hours, lastInstant: in-time}}
          inForce: {once: signature}
          suspendedClock: stops
          openDuties: survive
          escalation: none
          ties: [fulfilment, voiding, release, suspension, deadline, end]
          calendar: {zone: UTC, monthEnd: last-day}
      steps:
        - {id: signature, title: The ceasefire is signed, happened: 2026-01-01, source: text}
      points:
        - {id: p1, number: "1", title: Every attack is answered by a notice, instrument: ceasefire, source: text}
      instruments:
        - {id: ceasefire, title: Ceasefire, kind: framework, signatories: [AA, BB, GG], source: text}
      places:
        - id: north
          title: The north
          geometry: '{"type":"Polygon","coordinates":[[[30,50],[40,50],[40,60],[30,60],[30,50]]]}'
          source: text
      """;
}
