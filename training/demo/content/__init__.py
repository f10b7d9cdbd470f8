"""The nine modules of the demonstration, with their moments. Nothing of it is clinically approved."""

from training.demo.content.m1_moments import MOMENTS as M1_MOMENTS
from training.demo.content.m1_right_information import MODULE as M1
from training.demo.content.m2_may_i_look import MODULE as M2
from training.demo.content.m2_moments import MOMENTS as M2_MOMENTS
from training.demo.content.m3_at_the_front_door import MODULE as M3
from training.demo.content.m3_moments import MOMENTS as M3_MOMENTS
from training.demo.content.m4_medicines import MODULE as M4
from training.demo.content.m4_moments import MOMENTS as M4_MOMENTS
from training.demo.content.m5_moments import MOMENTS as M5_MOMENTS
from training.demo.content.m5_referrals import MODULE as M5
from training.demo.content.m6_leaving_hospital import MODULE as M6
from training.demo.content.m6_moments import MOMENTS as M6_MOMENTS
from training.demo.content.m7_care_plans_at_home import MODULE as M7
from training.demo.content.m7_moments import MOMENTS as M7_MOMENTS
from training.demo.content.m8_moments import MOMENTS as M8_MOMENTS
from training.demo.content.m8_safeguarding import MODULE as M8
from training.demo.content.m9_leading_the_change import MODULE as M9
from training.demo.content.m9_moments import MOMENTS as M9_MOMENTS
from training.demo.content.shapes import ModuleContent, Moment

MODULES: tuple[ModuleContent, ...] = (M1, M2, M3, M4, M5, M6, M7, M8, M9)
MOMENTS: tuple[Moment, ...] = (
    *M1_MOMENTS,
    *M2_MOMENTS,
    *M3_MOMENTS,
    *M4_MOMENTS,
    *M5_MOMENTS,
    *M6_MOMENTS,
    *M7_MOMENTS,
    *M8_MOMENTS,
    *M9_MOMENTS,
)
