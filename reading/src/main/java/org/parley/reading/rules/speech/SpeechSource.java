package org.parley.reading.rules.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Speaker;

/// The source of an utterance, and its date.
///
/// @param head the words of attribution; null for continued speech or an act
/// @param said the day of the statement; null if unknown
/// @param isFloor whether the speaker has the floor: a turn in a conversation, or a joint text
/// @param isJoint whether the text is a joint one
/// @param relayed whose words a speaker in a transcript tells; null for their own
public record SpeechSource(
    @Nullable Utterance head,
    List<Speaker> who,
    @Nullable Edtf said,
    boolean isFloor,
    boolean isJoint,
    @Nullable String relayed) {}
