"""M4, "Two boxes in one bag", later: what he takes, the note, the line that goes home, and how it ends."""

from training.demo.content.m4_record import IDRIS
from training.demo.content.shapes import Choice, Ending, Node

WHAT_HE_TAKES = Node(
    key="what-he-takes",
    title="14:15, Idris tells you",
    text=(
        "<p>“How do you take these?” you ask, and read him both labels.</p>"
        "<p>“The new one morning and night,” says Idris. “The pink ones when I feel fluttery.”</p>"
    ),
    choices=(
        Choice(
            slug="leave-for-round",
            text="Leave it for the doctor's next round. They will want to ask him themselves, and he is settled now.",
            verdict="unsafe",
            feedback="The round is tomorrow. The next dose is not. Nobody else knows what he has just told you.",
            next="which-one",
            misses=("time",),
        ),
        Choice(
            slug="throw-pink-away",
            text="Throw the pink ones away, so that he cannot take them again.",
            verdict="unsafe",
            feedback="They are his property, and they show how many he took. Nobody has been told yet, either.",
            next="in-the-bin",
            misses=("permission", "information"),
        ),
        Choice(
            slug="tell-prescriber-and-pharmacist",
            text="Tell a prescriber and a pharmacist now. Give neither until they advise.",
            verdict="good",
            feedback="The prescriber checks him over and decides. You put the pink ones away safely by local "
            "policy, with his agreement.",
            next="write-it-up",
            hits=("information", "source", "time", "permission"),
        ),
    ),
    record=IDRIS.slug,
    rows=("clinic-letter", "apixaban-dispensed"),
)

WHICH_ONE = Node(
    key="which-one",
    title="14:18, at the trolley",
    text=(
        "<p>A colleague stops with the medicines. “I've two blood thinners here for Idris, one in each hand. "
        "Which one do I give?”</p>"
    ),
    choices=(
        Choice(
            slug="ring-now",
            text="“Neither yet.” Ring a prescriber and a pharmacist while your colleague waits.",
            verdict="good",
            feedback="One call, and a clear answer. You were three minutes from a guess.",
            next="write-it-up",
            hits=("source", "time"),
        ),
        Choice(
            slug="pick-the-old-one",
            text="“The pink one. He has had it for years, and it is the one on his GP list.”",
            verdict="unsafe",
            feedback="He had apixaban this morning. Your colleague reads the letter just in time, and rings the "
            "pharmacist.",
            next="write-it-up",
            misses=("source", "information"),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin", "clinic-letter"),
)

IN_THE_BIN = Node(
    key="in-the-bin",
    title="14:18, “How many did he take?”",
    text=(
        "<p>A doctor comes by. “How many pink ones did he take this week? The box would have shown us.”</p>"
        "<p>Idris looks at the bin. “Those were mine,” he says.</p>"
    ),
    choices=(
        Choice(
            slug="sorry-and-secure",
            text="Say sorry, get the box back, secure it by local policy, and tell the prescriber.",
            verdict="good",
            feedback="They count the tablets with Idris, and decide what is next. He accepts your apology.",
            next="write-it-up",
            hits=("information", "permission", "source"),
        ),
        Choice(
            slug="guess-the-number",
            text="“Two or three, I think.” Leave the box where it is. It is in among the gloves by now.",
            verdict="unsafe",
            feedback="A guess could steer a decision about bleeding. The doctor fetches the box and counts.",
            next="write-it-up",
            misses=("information", "source"),
        ),
    ),
)

WRITE_IT_UP = Node(
    key="write-it-up",
    title="14:40, the note",
    text=(
        "<p>The prescriber has decided: apixaban only, as the clinic planned. Warfarin stays stopped. "
        "The prescriber and the pharmacist were told at 14:20.</p>"
        "<p>If he was given a wrong dose today, that has its own note and report. "
        "Now you write about the change.</p>"
    ),
    choices=(
        Choice(
            slug="meds-rec-done",
            text="“Meds rec done.”",
            verdict="unsafe",
            feedback="Three words, and the next worker knows nothing. They will have to start again.",
            next="nothing-to-go-on",
            misses=("information", "source"),
        ),
        Choice(
            slug="two-found-team-aware",
            text="“Two anticoagulants found in bag. Team aware.”",
            verdict="okay",
            feedback="It warns people. It does not say which one stopped, when, who said so or who acts next.",
            next="going-home",
            hits=("time",),
            misses=("source",),
        ),
        Choice(
            slug="four-parts",
            text="“Warfarin stopped by clinic 7 weeks ago (letter). Still takes it at times, he says. Prescriber and "
            "pharmacist told 14:20. Practice asked to take it off repeat.”",
            verdict="good",
            feedback="Source, date, change, who knows and who acts. The night staff need not ask you anything.",
            next="going-home",
            hits=("information", "source", "time"),
        ),
    ),
    record=IDRIS.slug,
    rows=("clinic-letter",),
)

NOTHING_TO_GO_ON = Node(
    key="nothing-to-go-on",
    title="Next morning, a phone call",
    text=(
        "<p>The morning pharmacist rings. “It says meds rec done. But his GP list still has warfarin. "
        "Did anybody see that? What was decided?”</p>"
    ),
    choices=(
        Choice(
            slug="tell-her-only",
            text="Tell her all that happened, and leave the note as it is. She can pass it on to the others.",
            verdict="unsafe",
            feedback="She knows now. The evening staff do not, and they ring her at home to ask the same.",
            next="going-home",
            misses=("time", "information"),
        ),
        Choice(
            slug="write-full-note-now",
            text="Tell her, and add a full note now: source, date, change, why and who was told.",
            verdict="good",
            feedback="A late note with the right time on it still helps. She stops ringing round.",
            next="going-home",
            hits=("information", "source"),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin", "clinic-letter"),
)

GOING_HOME = Node(
    key="going-home",
    title="Two days later, the line that goes home",
    text=(
        "<p>Idris is going home to Carys. You write the line about blood thinners in the summary. "
        "His GP practice will read it. Warfarin is still on its repeat list.</p>"
    ),
    choices=(
        Choice(
            slug="as-before",
            text="“Apixaban as before.”",
            verdict="unsafe",
            feedback="Before what? The practice list has no apixaban on it. Nobody is asked to do anything.",
            next="repeat-ready",
            misses=("information", "source"),
        ),
        Choice(
            slug="stopped-replaced-remove",
            text="“Warfarin STOPPED, replaced by apixaban. Please remove from repeat before next issue. Old supply "
            "returned to pharmacy.”",
            verdict="good",
            feedback="It says what changed and what to do, by when. You go through it with Idris and Carys too.",
            next="one-and-known",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="see-clinic-letter",
            text="“Blood thinner changed. See clinic letter.”",
            verdict="okay",
            feedback="It points the right way. But somebody must find the letter, and guess what you want done.",
            next="right-in-the-end",
            hits=("source",),
            misses=("information",),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin", "clinic-letter"),
)

REPEAT_READY = Node(
    key="repeat-ready",
    title="Nine days later, Carys rings",
    text=(
        "<p>“We have had a message that his warfarin is ready to collect,” says Carys. "
        "“Is he meant to be back on it?”</p>"
    ),
    choices=(
        Choice(
            slug="surgery-knows-best",
            text="“If the surgery has issued it, that will be right. It knows him best.”",
            verdict="unsafe",
            feedback="The surgery goes by its list. Nobody asked it to change the list. She collects the box.",
            next="two-again",
            misses=("information", "source"),
        ),
        Choice(
            slug="stop-the-supply",
            text="“Please don't collect it yet.” Ring the practice and the pharmacy now.",
            verdict="good",
            feedback="The pharmacy keeps the box back. The practice takes warfarin off the list, and you send a clear "
            "line.",
            next="right-in-the-end",
            hits=("information", "source", "time"),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin", "wife", "pharmacy-contact"),
)

LATER_NODES: tuple[Node, ...] = (
    WHAT_HE_TAKES,
    WHICH_ONE,
    IN_THE_BIN,
    WRITE_IT_UP,
    NOTHING_TO_GO_ON,
    GOING_HOME,
    REPEAT_READY,
)

ENDINGS: tuple[Ending, ...] = (
    Ending(
        key="one-and-known",
        title="One box, and everybody knows",
        kind="good",
        person=(
            "<p>Idris went home with apixaban only, and a large-print list. "
            "Carys read it back to him. The pink ones are gone, with his agreement.</p>"
        ),
        next_worker=(
            "<p>The practice took warfarin off the repeat list within the week, before any new supply. "
            "The next list that anybody opens will be right.</p>"
        ),
    ),
    Ending(
        key="right-in-the-end",
        title="Right in the end",
        kind="mixed",
        person=(
            "<p>Idris takes apixaban only. But it took more calls, and for some days he and Carys did not know "
            "whom to believe.</p>"
        ),
        next_worker=(
            "<p>It took several calls before the practice knew what had changed. "
            "It has now put its list right. One clear line would have done it.</p>"
        ),
    ),
    Ending(
        key="two-again",
        title="Two boxes again",
        kind="poor",
        person=(
            "<p>Idris took both for several days. Now he is in hospital with serious bleeding. "
            "He is recovering, and no longer trusts his tablets.</p>"
        ),
        next_worker=(
            "<p>The admitting nurse found two boxes in his bag, and a summary that said “as before”. "
            "She starts where you started.</p>"
        ),
    ),
)
